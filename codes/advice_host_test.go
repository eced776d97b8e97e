package codes

import (
	"strings"
	"testing"
)

// Hosts of the providers.
const (
	gmailMX    = "gmail-smtp-in.l.google.com"
	yahooMX    = "mta5.am0.yahoodns.net"
	outlookMX  = "hotmail-com.olc.protection.outlook.com"
	exchangeMX = "example-com.mail.protection.outlook.com"
	icloudMX   = "mx01.mail.icloud.com"
	gmxMX      = "mx00.gmx.net"
	orangeMX   = "smtp-in.orange.fr"
	laposteMX  = "smtp4.laposte.net"
)

// adviceHostRows are what the providers say today, with the entry that explains
// it. The host is "" for replies that no host is needed for.
var adviceHostRows = []struct{ entry, host, reply string }{
	{"gmail reverse dns", gmailMX, "451 4.7.23 The IP address has no PTR record; your mail is temporarily rate limited. - gsmtp"},
	{"gmail reverse dns", gmailMX, "550 5.7.25 Blocked, as 192.0.2.1 has no PTR record."},
	{"gmail ipv6", gmailMX, "550 5.7.1 This does not meet IPv6 sending guidelines regarding PTR records. - gsmtp"},
	{"gmail ip reputation", gmailMX, "421 4.7.0 [192.0.2.1] Very low reputation of the sending IP. - gsmtp"},
	{"gmail ip reputation", "", "550 5.7.1 https://support.google.com/mail/?p=UnsolicitedIPError x - gsmtp"},
	{"gmail domain reputation", gmailMX, "550 5.7.1 Suspicious, due to the low reputation of the sending domain. - gsmtp"},
	{"gmail tls", gmailMX, "550 5.7.29 Blocked, as it wasn't sent over a TLS connection. - gsmtp"},
	{"gmail tls", gmailMX, "421 4.7.0 TLS required for RCPT domain, closing. - gsmtp"},
	{"gmail allow list", gmailMX, "421 4.7.0 IP not in whitelist for RCPT domain, closing. - gsmtp"},
	{"gmail spf record", gmailMX, "550 5.7.24 The SPF record has one or more suspicious entries. - gsmtp"},
	{"gmail dmarc dns", gmailMX, "451 4.7.26 Not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. - gsmtp"},
	{"gmail unauthenticated", gmailMX, "421 4.7.26 Rate limited, as it is unauthenticated. - gsmtp"},
	{"gmail unauthenticated", gmailMX, "550 5.7.26"},
	{"gmail dmarc reject", gmailMX, "550 5.7.26 Unauthenticated mail from example.com is not accepted due to domain's DMARC policy. - gsmtp"},
	{"gmail spf hard fail", gmailMX, "550 5.7.26 SPF of example.com has a hard fail policy (-all). - gsmtp"},
	{"gmail bulk spf", gmailMX, "421 4.7.27 SPF authentication didn't pass. - gsmtp"},
	{"gmail bulk dkim", gmailMX, "550 5.7.30 It didn't pass DKIM authentication. - gsmtp"},
	{"gmail bulk dmarc", gmailMX, "550 5.7.40 The domain doesn't have a DMARC record. - gsmtp"},
	{"gmail bulk alignment", gmailMX, "421 4.7.32 The From: header isn't aligned. - gsmtp"},
	{"gmail rate", gmailMX, "421 4.7.28 An unusual rate of mail comes from your DKIM domain. - gsmtp"},
	{"gmail message-id", gmailMX, "421 4.7.28 Too many messages that have the same Message-ID. - gsmtp"},
	{"gmail header form", gmailMX, "550 5.7.1 Not RFC 5322 compliant: duplicate headers. - gsmtp"},
	{"gmail attachment", gmailMX, "552 5.7.0 https://support.google.com/mail/?p=BlockedMessage x - gsmtp"},
	{"gmail policy rule", gmailMX, "550 5.7.1 The domain has a policy that prohibited the mail. - gsmtp"},
	{"gmail daily limit", gmailMX, "550 5.4.5 Daily user sending limit exceeded. - gsmtp"},
	{"gmail relay", gmailMX, "550 5.7.0 Mail relay denied. - gsmtp"},
	{"gmail relay abuse", gmailMX, "550 5.7.0 Mail relay denied, as the account is suspended due to abuse. - gsmtp"},
	{"gmail full", gmailMX, "452 4.2.2 The inbox is out of storage space. - gsmtp"},
	{"gmail inactive", gmailMX, "550 5.2.1 The account is inactive. - gsmtp"},
	{"gmail receiving rate", gmailMX, "450 4.2.1 The user is receiving email too quickly. - gsmtp"},
	{"gmail unknown", "", "550 5.1.1 https://support.google.com/mail/?p=NoSuchUser x - gsmtp"},
	{"gmail unknown", "", "550 5.1.1 The email account that you tried to reach does not exist"},
	{"gmail receiving rate", "", "550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents more"},
	{"gmail size", "", "552-5.2.3 Your message exceeded Google's message size limits."},
	{"gmail size", gmailMX, "552 5.3.4 Over Google's message size limits. - gsmtp"},
	{"gmail transaction", gmailMX, "452 4.5.3 Domain policy size per transaction exceeded. - gsmtp"},

	{"yahoo deferred", yahooMX, "451 4.7.0 temporarily deferred due to unexpected volume"},
	{"yahoo deferred ip", yahooMX, "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints"},
	{"yahoo deferred ip", "", "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred"},
	{"yahoo blocked", yahooMX, "553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred"},
	{"yahoo spamhaus", yahooMX, "553 5.7.1 [BL21] 192.0.2.1 is listed by Spamhaus"},
	{"yahoo policy", yahooMX, "554 5.7.9 Message not accepted for policy reasons"},
	{"yahoo unauthenticated", yahooMX, "550 5.7.9 Blocked, as the sender is unauthenticated"},
	{"yahoo dmarc", yahooMX, "554 5.7.9 Refused for the DMARC policy of example.com"},
	{"yahoo sender domain", yahooMX, "451 4.1.8 Unresolvable RFC.5321 from domain"},
	{"yahoo header form", yahooMX, "554 5.6.0 Headers are not RFC compliant"},
	{"yahoo per connection", yahooMX, "421 Max message per connection reached"},
	{"yahoo unknown", yahooMX, "554 delivery error: this user doesn't have a yahoo.com account"},
	{"yahoo unknown", "", "554 delivery error: dd bob@example.com is no longer valid. [-20]"},
	{"yahoo disabled", yahooMX, "554 30 This mailbox is disabled (554.30)"},

	{"outlook authentication", outlookMX, "550 5.7.515 example.com does not meet the required authentication level. Spf= Fail , Dkim= Fail , DMARC= Pass"},
	{"outlook rate", outlookMX, "421 RP-001 The server connecting to Outlook.com server has exceeded the rate limit allowed"},
	{"outlook rate", "", "421 RP-003 The server connecting to Outlook.com server has exceeded the connection limit allowed"},
	{"outlook ip reputation", outlookMX, "451 4.7.650 [192.0.2.1] has been temporarily rate limited due to IP reputation (S775)"},
	{"outlook blocked", outlookMX, "550 5.7.1 Part of the network of [192.0.2.1] is on our block list (S3140)"},
	{"outlook harvesting", outlookMX, "550 SC-002 The server has exhibited namespace mining behaviour"},
	{"outlook open relay", outlookMX, "550 SC-003 It appears to be an open proxy/relay"},
	{"outlook dynamic", outlookMX, "550 DY-001 We do not accept mail from dynamic IPs"},
	{"outlook infected", outlookMX, "550 DY-002 Compromised or virus infected"},
	{"outlook spamhaus", outlookMX, "550 OU-001 Listed by Spamhaus"},
	{"outlook spam", outlookMX, "550 SC-001 Content with spam-like characteristics"},

	{"5.7.515", "", "550 5.7.515 The domain does not meet the required authentication level"},
	{"5.7.232", exchangeMX, "550 5.7.232 Your trial tenant exceeded its daily limit for sending email to external recipients"},
	{"5.7.233", exchangeMX, "550 5.7.233 Your tenant exceeded its daily limit for sending email to external recipients"},
	{"5.7.236", exchangeMX, "550 5.7.236 Limit reached from your tenant's onmicrosoft.com domains"},
	{"5.1.20", exchangeMX, "550 5.1.20 Multiple From addresses are not allowed without Sender address"},
	{"5.2.251", exchangeMX, "550 5.2.251 sender throttled due to continuous mailbox full errors"},
	{"5.2.252", exchangeMX, "550 5.2.252 sender throttled due to continuous send as denied errors"},
	{"5.2.253", exchangeMX, "550 5.2.253 sender throttled due to continuous invalid license errors"},
	{"5.2.254", exchangeMX, "550 5.2.254 sender throttled due to continuous too many recipients errors"},
	{"5.2.255", exchangeMX, "550 5.2.255 sender throttled due to continuous invalid recipients errors"},
	{"5.7.128", exchangeMX, "550 5.7.128 transport rules loop count exceeded"},
	{"5.7.129", "", "550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission"},
	{"5.7.139", "", "535 5.7.139 SmtpClientAuthentication is disabled for the Tenant"},
	{"exchange basic authentication", "smtp.office365.com", "550 5.7.30 Basic authentication is not supported for Client Submission"},
	{"basic authentication", "", "550 5.7.30 Basic authentication is not supported for Client Submission"},
	{"5.7.193", exchangeMX, "550 5.7.193 UserRequestedBlock"},
	{"5.7.350", exchangeMX, "550 5.7.350 Remote server returned message detected as spam -> 554 spam"},
	{"5.7.367", exchangeMX, "550 5.7.367 Remote server returned not permitted to relay -> 550 Relaying denied"},
	{"5.1.351", exchangeMX, "550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 no"},
	{"5.7.51", exchangeMX, "550 5.7.51 TenantInboundAttribution; the connector had RestrictDomainsToIPAddresses set"},
	{"5.7.68", exchangeMX, "550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization"},
	{"5.7.54", exchangeMX, "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"},
	{"5.7.60", exchangeMX, "550 5.7.60 SMTP; Client does not have permissions to send as this sender"},
	{"5.7.520", exchangeMX, "550 5.7.520 Your organization does not allow external forwarding"},
	{"5.7.711", exchangeMX, "550 5.7.711 Access denied, bad inbound connector"},
	{"customer allow list", exchangeMX, "550 5.7.1 Unable to relay: blocked by customer allow list"},
	{"exchange connections", exchangeMX, "421 4.3.2 The maximum number of concurrent connections has exceeded a limit"},
	{"exchange busy", exchangeMX, "451 4.7.500 Server busy. Please try again later from [192.0.2.1]"},
	{"4.7.700", exchangeMX, "451 4.7.700 PFA agent busy"},
	{"4.4.62", exchangeMX, "451 4.4.62 Mail sent to the wrong Office 365 region"},
	{"approval", exchangeMX, "550 5.6.0 APPROVAL.InvalidExpiry; cannot read the policy"},
	{"4.4.317 root", exchangeMX, "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]"},

	{"icloud policy", icloudMX, "554 5.7.1 [CS01] Rejected due to local policy"},
	{"icloud authentication", icloudMX, "554 5.7.1 [HME1] Failing both SPF and DKIM"},
	{"icloud volume", icloudMX, "421 4.7.1 Deferred due to excessive volume"},
	{"icloud block list", icloudMX, "550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1"},
	{"icloud gone", icloudMX, "550 5.1.6 Recipient no longer on server"},
	{"icloud inactive", icloudMX, "550 5.1.1 Inactive email address"},
	{"icloud unknown", icloudMX, "550 5.1.1 Unknown or illegal alias"},
	{"icloud full", icloudMX, "552 5.2.2 User is over quota"},

	{"t-online", "mx00.t-online.de", "554 IP=192.0.2.1 - None/bad reputation. Contact tobr@rx.t-online.de for reset. (NOWL)"},
	{"gmx block list", gmxMX, "554 IP address is block listed. https://postmaster.gmx.net/en/case?c=r0201&i=ip&v=192.0.2.1"},
	{"gmx reverse dns", gmxMX, "554 Bad DNS PTR resource record. https://postmaster.gmx.net/en/case?c=rdns"},
	{"gmx policy", gmxMX, "554 Transaction failed. Reject due to policy restrictions."},
	{"orange rate", orangeMX, "421 Too many connections, slow down. OFR004_104"},
	{"laposte later", laposteMX, "450 4.7.1 Service refused, please try later. LPN027_503"},
	{"laposte sender", laposteMX, "450 4.1.8 Sender invalid LPN007_405"},
	{"laposte unknown", laposteMX, "550 5.1.1 Invalid recipient. LPN007_416"},
	{"laposte dmarc", laposteMX, "550 5.7.1 Failed DMARC. LPN007_517"},
	{"cloudflare upstream", "route1.mx.cloudflare.net", "521 5.3.0 Upstream error"},

	{"auth dmarc policy", "mx.example.com", "550 5.7.1 Rejected due to failed DMARC checks"},
	{"auth dmarc no-record", "mx.example.com", "550 5.7.1 example.com doesn't have a DMARC record"},
	{"auth spf not-permitted", "mx.example.com", "550 5.7.1 SPF check failed"},
	{"auth spf no-record", "mx.example.com", "550 5.7.1 No SPF record found for example.com"},
	{"auth spf no-record", "mx.example.com", "550 5.7.1 example.com does not have an SPF record"},
	{"auth spf no-record", "mx.example.com", "550 5.7.1 SPF record not found"},
	{"auth spf permanent-error", "mx.example.com", "550 5.7.24 SPF permerror: two records"},
	{"auth dkim not-signed", "mx.example.com", "550 5.7.20 The message is not signed with DKIM"},
	{"auth dkim not-signed", "mx.example.com", "550 5.7.20 No DKIM signature found"},
	{"auth dkim signature-invalid", "mx.example.com", "550 5.7.20 The DKIM signature is invalid"},
	{"auth dkim signature-invalid", "mx.example.com", "550 5.7.20 Invalid DKIM signature"},
	{"4.7.26", "mx.example.com", "550 5.7.1 SPF and DKIM failed"},
	{"exchange unknown", "mx.example.com", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found"},
	{"5.1.1", "mx.example.com", "550 5.1.1 Nobody here by that name"},
	{"connection refused", "mx.example.com", "451 connect to mx.example.com: Connection refused"},
	{"connection timed out", "mx.example.com", "451 connect to mx.example.com: Connection timed out"},
	{"too many connections", "mx.example.com", "452 4.3.2 Connection rate limit exceeded."},
	{"sender domain", "mx.example.com", "550 5.1.0 Domain of sender address bob@example.invalid does not exist"},
	{"block list", "", "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.7"},
	{"block list", "", "550 Poor reputation, see csi.cloudmark.com/reset-request/?ip=192.0.2.7"},
	{"block list", "", "554 Blocked, see http://www.barracudanetworks.com/reputation/?ip=192.0.2.7"},
	{"block list", "", "550 Blocked by GeoIP. Listed by HOSTKARMA"},
	{"block list", "", "550 Mail from 192.0.2.7 blocked by Trend Micro Email Reputation Service"},
	{"block list", "mx.example.com", "554 5.7.1 Client host [192.0.2.7] blocked using zen.spamhaus.org"},
}

// TestAdviceAtHost finds each entry by its reply, and that the verdict agrees on who
// must act where it agrees on the reason.
func TestAdviceAtHost(t *testing.T) {
	for _, row := range adviceHostRows {
		want := adviceData().entries[row.entry]
		if want == nil {
			t.Errorf("no entry %s", row.entry)
			continue
		}
		r := ParseResponse(row.reply)
		v := Verdict{Reason: want.reason, Owner: want.owner, Host: row.host}
		if got := r.AdviceFor(v); got.Title != want.text(0).title || got.Link != want.link {
			t.Errorf("%s: got %q (%s), want the entry %s", row.reply, got.Title, got.Code, row.entry)
		}
	}
}

// The codes and words of one provider do not explain what another says.
func TestAdviceOfOtherHost(t *testing.T) {
	for _, tt := range []struct {
		host, reply string
		reason      Reason
		not         string
	}{
		{"mx.example.com", "451 4.4.2 connection refused", ConnectionFailed, "Microsoft"},
		{"mx.example.com", "451 4.4.0 connection refused (socket error 10061)", ConnectionFailed, "Microsoft"},
		{"", "550 5.7.26 Unauthenticated mail is not accepted", AuthFailed, "Gmail"},
		{exchangeMX, "550 5.7.26 Unauthenticated mail is not accepted", AuthFailed, "Gmail"},
		{gmailMX, "550 5.7.26 Refused due to domain's DMARC policy", AuthFailed, "IPv6"},
		{gmailMX, "550 5.7.30 DKIM did not pass", AuthFailed, "password"},
		{"mx.example.com", "421 4.3.2 Too many concurrent connections", RateLimited, "Exchange"},
		{"mx.example.com", "554 5.7.9 Message not accepted for policy reasons", PolicyRejected, "Yahoo"},
	} {
		a := ParseResponse(tt.reply).AdviceFor(Verdict{Reason: tt.reason, Host: tt.host})
		all := strings.Join(append(append([]string{a.Title, a.Meaning}, a.Causes...), a.Fixes...), " ")
		if strings.Contains(all, tt.not) {
			t.Errorf("%s at %q speaks of %s: %s", tt.reply, tt.host, tt.not, all)
		}
	}
}
