package headers

import "strings"

// A Pair is one "KEY:value" of Microsoft's antispam fields. The key is in
// upper case.
type Pair struct {
	// Key is such as "SFV", Value such as "SPM".
	Key   string `json:"key"`
	Value string `json:"value"`
}

// Antispam holds the pairs of an X-Forefront-Antispam-Report or
// X-Microsoft-Antispam field, in order.
type Antispam []Pair

// maxPairs bounds the pairs of one field.
const maxPairs = 100

// ParseAntispam reads the value of an X-Forefront-Antispam-Report or
// X-Microsoft-Antispam field: "CIP:192.0.2.1;SFV:SPM;SCL:9;DIR:INB;". At most
// 100 pairs are read.
func ParseAntispam(value string) Antispam {
	var list Antispam
	for pair := range strings.SplitSeq(unfold(cut(value, maxField)), ";") {
		if len(list) == maxPairs {
			break
		}
		if key, value, ok := strings.Cut(pair, ":"); ok {
			list = append(list, Pair{strings.ToUpper(blank(key, maxName)), blank(value, maxText)})
		}
	}
	return list
}

// Get returns the value of the first pair with that key, "" where there is
// none. Say why Exchange acted: SFV (the filter's verdict), SCL (the spam
// confidence level), CAT (the category of the policy that applied), DIR (the
// direction).
func (a Antispam) Get(key string) string {
	for _, pair := range a {
		if pair.Key == key {
			return pair.Value
		}
	}
	return ""
}

// An AntispamMeaning explains one value of one key.
type AntispamMeaning struct {
	// Key and Value are the pair that Meaning, a sentence, is about.
	Key     string `json:"key"`
	Value   string `json:"value"`
	Meaning string `json:"meaning"`
}

// antispamMeanings explains the values that say why Exchange acted. Source:
// Microsoft, "Anti-spam message headers in Microsoft 365",
// https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo
var antispamMeanings = []AntispamMeaning{
	{"SFV", "BLK", "Filtering was skipped: the recipient blocks the sender."},
	{"SFV", "NSPM", "The filter found no spam."},
	{"SFV", "SFE", "Filtering was skipped: the recipient lists the sender as safe."},
	{"SFV", "SKA", "Filtering was skipped: an allow list of the spam policy has the sender."},
	{"SFV", "SKB", "Marked as spam: a block list of the spam policy has the sender."},
	{"SFV", "SKI", "Filtering was skipped for a message within the organization."},
	{"SFV", "SKN", "Marked as not spam before the filter, by a mail flow rule or otherwise."},
	{"SFV", "SKQ", "Released from quarantine."},
	{"SFV", "SKS", "Marked as spam before the filter, by a mail flow rule or otherwise."},
	{"SFV", "SPM", "The filter found spam."},
	{"SCL", "-1", "Filtering was skipped for a trusted sender."},
	{"SCL", "0", "Not spam."},
	{"SCL", "1", "Not spam."},
	{"SCL", "5", "Spam."},
	{"SCL", "6", "Spam."},
	{"SCL", "7", "Spam with high confidence."},
	{"SCL", "8", "Spam with high confidence."},
	{"SCL", "9", "Spam with high confidence."},
	{"CAT", "AMP", "The anti-malware policy applied."},
	{"CAT", "BIMP", "Impersonation of a brand."},
	{"CAT", "BULK", "Bulk mail."},
	{"CAT", "DIMP", "Impersonation of a domain."},
	{"CAT", "FTBP", "The filter of common attachments applied."},
	{"CAT", "GIMP", "Impersonation found by mailbox intelligence."},
	{"CAT", "HPHISH", "Phishing with high confidence."},
	{"CAT", "HPHSH", "Phishing with high confidence."},
	{"CAT", "HSPM", "Spam with high confidence."},
	{"CAT", "INTOS", "Phishing within the organization."},
	{"CAT", "MALW", "Malware."},
	{"CAT", "OSPM", "Outbound spam."},
	{"CAT", "PHSH", "Phishing."},
	{"CAT", "SAP", "Safe Attachments applied."},
	{"CAT", "SPM", "Spam."},
	{"CAT", "SPOOF", "Spoofing."},
	{"CAT", "UIMP", "Impersonation of a user."},
	{"DIR", "INB", "Inbound."},
	{"DIR", "INT", "Within the organization."},
	{"DIR", "OUT", "Outbound."},
}

// Meanings explains the pairs of a whose meaning is known, in order.
func (a Antispam) Meanings() []AntispamMeaning {
	var found []AntispamMeaning
	for _, pair := range a {
		for _, m := range antispamMeanings {
			if m.Key == pair.Key && m.Value == pair.Value {
				found = append(found, m)
			}
		}
	}
	return found
}
