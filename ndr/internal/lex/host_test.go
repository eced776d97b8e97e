package lex

import (
	"slices"
	"strings"
	"testing"
)

// TestHosts shows what each reader of a host takes for one: the whole text, what
// it begins with, and the server that a row names.
func TestHosts(t *testing.T) {
	tests := []struct {
		in      string
		host    bool   // IsHost
		leading string // LeadingHost
		server  string // ServerName
	}{
		{"", false, "", ""},
		{"mx.example.com", true, "mx.example.com", "mx.example.com"},
		{"MX.Example.COM.", true, "mx.example.com", "MX.Example.COM."},
		{"mx_1.example.com", true, "mx_1.example.com", "mx_1.example.com"},
		{"192.0.2.1", true, "192.0.2.1", "192.0.2.1"},
		{"[192.0.2.1]", true, "192.0.2.1", "192.0.2.1"},
		{"2001:db8::1", true, "2001:db8::1", "2001:db8::1"},
		{"[2001:db8::1]", true, "2001:db8::1", "2001:db8::1"},
		{"::1", true, "::1", "::1"},
		{"bücher.example", true, "", "bücher.example"},
		{"mx.example.com (192.0.2.1)", false, "mx.example.com", "mx.example.com"},
		{"mx.example.com  (the first)", false, "mx.example.com", "mx.example.com"},
		{"mx.example.com and more", false, "mx.example.com", ""},
		{"mx.example.com words)", false, "mx.example.com", ""},
		{"fe: 550", false, "", ""},
		{"mx.example.com (", false, "mx.example.com", ""},
		{"mx.example.com: 550", false, "mx.example.com", ""},
		{"<mx.example.com #5.1.1>", false, "mx.example.com", ""},
		{"SERVER01", false, "", "SERVER01"},
		{"word", false, "", "word"},
		{"two words", false, "", ""},
		// What is no host.
		{"2024.05.14.09", false, "", ""},
		{"1.2.3", false, "", ""},
		{"192.0.2.256", false, "", ""},
		{"192.0.2.1.5", false, "", ""},
		{"5.1.1", false, "", ""},
		{"10:15:00", false, "", ""},
		{"a:b:c", false, "", ""},
		{"e.g", false, "", ""},
		{"example.1com", false, "", ""},
		{"mx..example.com", false, "", ""},
		{".example.com", false, "", ""},
		{"mx.example com", false, "mx.example", ""},
		{"a@example.com", false, "", ""},
		{strings.Repeat("a", 64) + ".example", false, "", ""},
		{strings.Repeat("a.", 127) + "example", false, "", ""},
	}
	for _, tt := range tests {
		leading, _ := LeadingHost(tt.in)
		if host, server := IsHost(tt.in), ServerName(tt.in); host != tt.host || leading != tt.leading || server != tt.server {
			t.Errorf("%q: IsHost %v, LeadingHost %q, ServerName %q; want %v, %q, %q", tt.in, host, leading, server, tt.host, tt.leading, tt.server)
		}
	}
	for in, want := range map[string]string{
		"(mx.example.com): x": "): x", "mx.example.com.": "", "mx.example.com]": "]", "mx.example.com:25": ":25", "words": "words",
	} {
		if _, rest := LeadingHost(in); strings.TrimPrefix(rest, ".") != want {
			t.Errorf("%q: rest %q, want %q", in, rest, want)
		}
	}
	if got, want := Hosts("Server at mx.example.com, (192.0.2.1) [2001:db8::1] returned <e.g> 5.1.1"), []string{"mx.example.com", "192.0.2.1", "2001:db8::1"}; !slices.Equal(got, want) {
		t.Errorf("Hosts: %q, want %q", got, want)
	}
}

func TestIsDigits(t *testing.T) {
	for s, want := range map[string]bool{"0": true, "0189": true, "": false, "1a": false, "1/": false, "1:": false, " 1": false} {
		if IsDigits(s) != want {
			t.Errorf("%q: got %v", s, !want)
		}
	}
}

// TestHostName shows what is made of a value that can only be a host.
func TestHostName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"mx.example.com", "mx.example.com"},
		{" MX.Example.COM. ", "mx.example.com"},
		{"mx.example.com (192.0.2.1)", "mx.example.com"},
		{"mx.example.com(192.0.2.1)", "mx.example.com"},
		{"mx.example.com[192.0.2.1]", "mx.example.com"},
		{"mx.example.com[192.0.2.1]:25", "mx.example.com"},
		{"mx.example.com:25", "mx.example.com"},
		{"mx.example.com:", "mx.example.com"},
		{"<mx.example.com>", "mx.example.com"},
		{`"mx.example.com"`, "mx.example.com"},
		{"[192.0.2.1]", "192.0.2.1"},
		{"(192.0.2.1)", "192.0.2.1"},
		{"[192.0.2.1] (mx.example.com)", "192.0.2.1"},
		{"[192.0.2.1]:25 mx.example.com", "192.0.2.1"},
		{"192.0.2.1:25", "192.0.2.1"},
		{"[2001:db8::1]", "2001:db8::1"},
		{"[IPv6:2001:db8::1]", "2001:db8::1"},
		{"mx.example.com, mx2.example.com", "mx.example.com"},
		{"MAILER-DAEMON@mx.example.com", "mx.example.com"},
		{"<MAILER-DAEMON@mx.example.com>", "mx.example.com"},
		{"mta mx.example.com in /PRMD=x/", "mx.example.com"},
		{"SERVER01", "server01"},
		{"mx.example.com:[192.0.2.1]", "mx.example.com"},
		{"mx.example.com;25", "mx.example.com"},
		{"mx\x00.example\x1b.com", "mx .example .com"},
	}
	for _, tt := range tests {
		if got := HostName(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}
