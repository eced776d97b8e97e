package exchange

import (
	"strings"
	"testing"
)

// TestParseEntry takes the entries under a recipient apart. What is no entry is
// a response as a whole.
func TestParseEntry(t *testing.T) {
	tests := []struct {
		in                            string
		entry                         bool
		date, hosts, status, response string
		original                      string
	}{
		{"#550 5.1.1 no ##", true, "", "", "", "550 5.1.1 no", ""},
		{"550 no", true, "", "", "", "550 no", ""},
		{"450-no", true, "", "", "", "450-no", ""},
		{"#550 5.1.1 no ##rfc822;a@example.com", true, "", "", "", "550 5.1.1 no", "a@example.com"},
		{"#550 5.1.1 no ##x;a@example.com", true, "", "", "", "550 5.1.1 no", ""},
		{"#550 5.1.1 no #SMTP#", true, "", "", "", "550 5.1.1 no", ""},
		{"mx.example.com #550 5.1.1 no ##", true, "", "mx.example.com", "", "550 5.1.1 no", ""},
		{"EX01 #550 5.1.1 no ##", true, "", "", "", "550 5.1.1 no", ""},
		{"#<mx.example.com #5.7.1 smtp;530 5.7.1 no> #SMTP#", true, "", "mx.example.com", "5.7.1", "530 5.7.1 no", ""},
		{"#<[192.0.2.1] #5.7.1 smtp;530 no> #SMTP#", true, "", "192.0.2.1", "5.7.1", "530 no", ""},
		{"#< #5.1.1 smtp;550 no> #SMTP#", true, "", "", "5.1.1", "550 no", ""},
		{"#< #5.4.6> #SMTP#", true, "", "", "5.4.6", "", ""},
		{"<mx.example.com #5.1.1 smtp;550 no", true, "", "mx.example.com", "5.1.1", "550 no", ""},
		{"#5.1.1 smtp;550 no", true, "", "", "5.1.1", "550 no", ""},
		{"5.1.1 no", true, "", "", "", "5.1.1 no", ""},
		{"#5.1.1 RESOLVER.ADR.RecipNotFound; not found ##", true, "", "", "", "5.1.1 RESOLVER.ADR.RecipNotFound; not found", ""},
		{"1/2/2006 3:04:05 PM - Server at mx.example.com (192.0.2.1) returned '550 5.4.1 no'", true,
			"1/2/2006 3:04:05 PM", "mx.example.com 192.0.2.1", "", "550 5.4.1 no", ""},
		{"returned '550 5.4.317 no [{FQDN=mx.example.com};{IP=192.0.2.1}]'", true, "", "mx.example.com 192.0.2.1", "", "550 5.4.317 no [{FQDN=mx.example.com};{IP=192.0.2.1}]", ""},
		{"1/2/2006 3:04:05 PM - 550 no", true, "1/2/2006 3:04:05 PM", "", "", "550 no", ""},
		{"returned 550 5.1.1 it's 'odd' here", true, "", "", "", "550 5.1.1 it's 'odd' here", ""},
		{"the 'mx.example.com' server returned '550 5.1.1 no'", true, "", "", "", "550 5.1.1 no", ""},
		{"returned '550 5.1.1 cut off", true, "", "", "", "550 5.1.1 cut off", ""},
		{"returned ' 550 5.1.1 cut off", true, "", "", "", "550 5.1.1 cut off", ""},
		{"returned '550 5.1.1 no' after 5'9", true, "", "", "", "550 5.1.1 no", ""},
		{"returned '550 5.1.1 isn't here' today", true, "", "", "", "550 5.1.1 isn't here", ""},
		{"から'550 5.1.1 no'が返されました", true, "", "", "", "550 5.1.1 no", ""},
		{"hat \u201e550 5.1.1 nein\u201c gesagt", true, "", "", "", "550 5.1.1 nein", ""},
		{"mx.example.com at 1/2/2006 3:04 - '550 5.1.1 no'", true, "", "mx.example.com", "", "550 5.1.1 no", ""},
		{"5 - '550 5.1.1 no'", true, "", "", "", "550 5.1.1 no", ""},
		{"1 2 3 4 " + strings.Repeat("x", maxDate) + " - '550 5.1.1 no'", true, "", "", "", "550 5.1.1 no", ""},
		// What is none.
		{"refused", false, "", "", "", "refused", ""},
		{"two words #550 5.1.1 no", false, "", "", "", "two words #550 5.1.1 no", ""},
		{"mx.example.com #tag", false, "", "", "", "mx.example.com #tag", ""},
		{"<mx.example.com>", false, "", "", "", "<mx.example.com>", ""},
		{"<two words #5.1.1 smtp;550 no>", false, "", "", "", "<two words #5.1.1 smtp;550 no>", ""},
		{"said: 550 no", false, "", "", "", "said: 550 no", ""},
		{"see x550 5.1.1 no", false, "", "", "", "see x550 5.1.1 no", ""},
		{"d'550 no", false, "", "", "", "d'550 no", ""},
		{"250 2.0.0 fine", false, "", "", "", "250 2.0.0 fine", ""},
		{"'hello'", false, "", "", "", "'hello'", ""},
		{"550", true, "", "", "", "550", ""},
		{"55", false, "", "", "", "55", ""},
		{"", false, "", "", "", "", ""},
	}
	for _, tt := range tests {
		if got := isEntry(tt.in); got != tt.entry {
			t.Errorf("%q: isEntry = %v", tt.in, got)
		}
		e := parseEntry(tt.in)
		var hosts []string
		for _, host := range e.hosts {
			if host != "" {
				hosts = append(hosts, host)
			}
		}
		if got := strings.Join(hosts, " "); got != tt.hosts || e.date != tt.date || e.status.String() != tt.status || e.response != tt.response || e.original != tt.original {
			t.Errorf("%q: date %q, hosts %q, status %q, response %q, original %q", tt.in, e.date, got, e.status, e.response, e.original)
		}
	}
}

// TestEntryCodes shows which codes of an entry belong to its recipient.
func TestEntryCodes(t *testing.T) {
	for in, want := range map[string]string{
		"#550 5.1.351 Remote server returned 550 5.1.1 no ##": "550 5.1.351",
		"#550 5.0.0 mx said 550 5.1.1 unknown ##":             "550 5.1.1",
		"#550 no, 5.1.1 unknown ##":                           "550 5.1.1",
		"<mx.example.com #5.0.0 smtp;550 no>":                 "550 5.0.0",
		"<mx.example.com #5.0.0 smtp;550 5.1.1 no>":           "550 5.1.1",
		"<mx.example.com #5.5.0 smtp;550 5.1.1 no>":           "550 5.5.0",
		"<mx.example.com #5.1.1>":                             "5.1.1",
		"#450 4.4.7 later ##":                                 "450 4.4.7",
	} {
		e := parseEntry(in)
		r := e.recipient("a@example.com")
		if got := strings.TrimSpace(r.Reply.String() + " " + r.Status.String()); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
