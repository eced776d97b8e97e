package lex

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanValue(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{" ", ""},
		{"550 no such user", "550 no such user"},
		{" 550  no\tsuch\r\n user ", "550 no such user"},
		{"550 \x1b[31mred\x07\x7f", "550 [31mred"},
		{"bad \xff\xfe bytes", "bad bytes"},
		{"no\u00a0break", "no break"},
		{"right\u202eto left, zero\u200bwidth", "rightto left, zerowidth"},
		{"Empfänger unbekannt", "Empfänger unbekannt"},
	}
	for _, tt := range tests {
		got := CleanValue(tt.in)
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
		if again := CleanValue(got); again != got {
			t.Errorf("%q: cleaning twice gives %q", tt.in, again)
		}
	}
	for _, in := range []string{strings.Repeat("a", 2*MaxValue), strings.Repeat("ä", MaxValue), strings.Repeat("\xff", 2*MaxValue)} {
		if got := CleanValue(in); len(got) > MaxValue || !utf8.ValidString(got) {
			t.Errorf("%d bytes of %.4q: got %d bytes, valid %t", len(in), in, len(got), utf8.ValidString(got))
		}
	}
}

func TestCleanText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain\n\ttext\n", "plain\n\ttext\n"},
		{"bell\x07 and escape\x1b[0m", "bell  and escape [0m"},
		{"no\u00a0break and\u3000wide", "no break and wide"},
		{"zero\u200bwidth\ufeff and \u202eturned", "zerowidth and turned"},
		{"één\n", "één\n"},
		{"line\u2028separator\u3001、\u00ad", "line separator、、"},
	}
	for _, tt := range tests {
		if got := CleanText(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDecodeXtext(t *testing.T) {
	tests := []struct{ in, want string }{
		{"alice@example.com", "alice@example.com"},
		{"alice+2Bnews@example.com", "alice+news@example.com"},
		{"a+3Db@example.com", "a=b@example.com"},
		{"user+ab@example.com", "user+ab@example.com"}, // hexchar has capital letters
		{"user+AB", "user+AB"},                         // would be no UTF-8
		{"bob+ADeals@example.com", "bob+ADeals@example.com"},
		{"J+C3+B6rg@example.com", "Jörg@example.com"},
		{"user+41@example.com", "user+41@example.com"},     // "A" needs no encoding
		{"user+2b@example.com", "user+2b@example.com"},     // no capital letter
		{"user+@example.com", "user+@example.com"},         // nothing after it
		{"user+2", "user+2"},                               // half a pair at the end
		{"user+news@example.com", "user+news@example.com"}, // no digits
		{"QQ+3D+3D", "QQ=="},
	}
	for _, tt := range tests {
		if got := DecodeXtext(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDecodeUnitext(t *testing.T) {
	tests := []struct{ in, want string }{
		{"alice@example.com", "alice@example.com"},
		{`J\x{F6}rg@example.com`, "Jörg@example.com"},
		{`J\x{f6}rg@b\x{fc}cher.example`, "Jörg@bücher.example"},
		{`\x{1F4E7}@example.com`, "📧@example.com"},
		{`\x{4E8C}\x{4E94}@example.com`, "二五@example.com"},
		{`\x{}`, `\x{}`},
		{`\x{F}`, `\x{F}`},
		{`\x{GG}`, `\x{GG}`},
		{`\x{D800}`, `\x{D800}`},
		{`\x{110000}`, `\x{110000}`},
		{`\x{1234567}`, `\x{1234567}`},
		{`\x{0000041}`, `\x{0000041}`},
		{`a\x{41`, `a\x{41`},
		{`\x{\x{41}`, `\x{A`},
	}
	for _, tt := range tests {
		if got := DecodeUnitext(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDecodeEnvelopeID(t *testing.T) {
	for in, want := range map[string]string{"QQ+3D+3D": "QQ==", "user+41": "userA", "a+0Ab": "a b", "a41b": "a41b", "+c3+b6": "+c3+b6", "+C3+B6": "ö", "+": "+", "+4": "+4", "+zz": "+zz", "": ""} {
		if got := DecodeEnvelopeID(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
