package freeform

import (
	"reflect"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/wording"
)

// TestClassify classifies the first of a few lines: the next one matters for
// some shapes.
func TestClassify(t *testing.T) {
	for _, c := range []struct {
		lines string
		class class
		value string
	}{
		{"", classBlank, ""},
		{" \t", classBlank, ""},
		{"> quoted words", classQuoted, ""},
		{"> a@one.example: 550 unknown", classQuoted, ""},
		{"> a@one.example", classQuotedEntry, ""},
		{"----- + -----", classRule, ""},
		{"*** ... ***", classRule, ""},

		{"... while talking to mx.one.example.:", classHost, "mx.one.example"},
		{"... while talking to local:", classHost, "local"},
		{"Session with mx.one.example:", classHost, "mx.one.example"},
		{"It happened in a long session with mx.one.example", classText, ""},
		{"The remote host was mx.one.example [192.0.2.1].", classHost, "mx.one.example"},
		{"The remote host was mx.one.example, which refused", classText, ""},
		{"The remote host was unable to take it", classText, ""},
		{"Attempting MX: P=010 D=one.example MX=[mx.one.example] {192.0.2.10}", classHost, "mx.one.example"},
		{"Attempting MX: none", classText, ""},

		{">>> RCPT To:<a@one.example>", classCommand, "RCPT To:<a@one.example>"},
		{"--> QUIT", classCommand, "QUIT"},
		{"Starttls failed", classText, ""},
		{">>>   ", classRule, ""},
		{">>> see below", classText, ""},
		{"Sent <<< DATA", classCommand, "DATA"},
		{"RCPT TO:<a@one.example>", classCommand, "RCPT TO:<a@one.example>"},
		{"<<< 550 5.1.1 unknown", classReply, "550 5.1.1 unknown"},
		{"<<< <hidden>", classText, ""},
		{"<<< it went away", classReply, "it went away"},
		{"Received >>> 550 unknown", classReply, "550 unknown"},
		{"Tue 2024-05-14 09:14:02: <-- 550 unknown", classReply, "550 unknown"},
		{"Tue 2024-05-14 09:14:02: [12:1] <-- 550 unknown", classReply, "550 unknown"},
		{"Tue 2024-05-14 09:14: <-- 550 unknown", classText, ""},
		{"Tue 2024-05-14 09-14:02: <-- 550 unknown", classText, ""},

		{"Recipient: a@one.example", classRow, "a@one.example"},
		{"Reason\tmailbox full", classRow, "mailbox full"},
		{"理由：メールボックス", classRow, "メールボックス"},
		{"Recipient:", classRow, ""},
		{"Colour: blue", classText, ""},
		{"Recipient\tReason", classRow, ""},
		{"Recipient | x\tReason", classText, ""},
		{"Recipient: Reason", classRow, "Reason"},
		{"Status:\n  5.1.1", classRow, "5.1.1"},
		{"Status:\n  unknown 5.1.1", classRow, ""},
		{"Action:\n  failed", classRow, "failed"},
		{"Action:\n  what to do", classRow, ""},
		{"Remote-MTA:\n  dns; mx.one.example", classRow, "dns; mx.one.example"},
		{"Remote-MTA:\n  dns; unknown", classRow, ""},
		{"Remote-MTA:\n  mx.one.example", classRow, ""},
		{"Reason:\n  failed", classRow, ""},

		{"pipe to |/usr/bin/filter", classPipe, ""},
		{"- save to /var/mail/kim", classPipe, ""},
		{"\"|/usr/bin/filter -x\"", classPipe, ""},
		{"/var/mail/kim\n  (generated from kim@one.example)", classPipe, ""},
		{"/var/mail/kim\n  because", classText, ""},
		{"/var/mail/kim is full\n  (generated from kim@one.example)", classText, ""},
		{"(generated from kim@one.example)", classAlias, "kim@one.example"},
		{"expanded from: <kim@one.example>", classAlias, "kim@one.example"},
		{"(expanded from: clerk)", classText, ""},

		{"<a@one.example>: 550 unknown", classEntry, ""},
		{"* a@one.example", classEntry, ""},
		{"550 5.1.1 <a@one.example>... User unknown", classEntry, ""},
		{"kim... User unknown", classEntry, ""},
		{"Kim Example <a@one.example>", classEntry, ""},
		{"Mail to <a@one.example> failed", classText, ""},
		{"Delivery to a@one.example failed", classText, ""},
		{"550 5.1.1 unknown", classText, ""},
	} {
		l := classify(strings.Split(c.lines, "\n"), 0, wording.HintsSession)
		if l.class != c.class || l.value != c.value {
			t.Errorf("%q: class %d, value %q; want %d, %q", c.lines, l.class, l.value, c.class, c.value)
		}
	}
}

func TestClassifyPlace(t *testing.T) {
	l := classify([]string{"", "  Recipient:  a@one.example "}, 1, 0)
	if l.index != 1 || l.indent != 2 || l.text != "Recipient:  a@one.example" || l.label != wording.LabelRecipient {
		t.Errorf("%+v", l)
	}
}

func TestReadEntry(t *testing.T) {
	status := codes.MustParseStatus("5.1.1")
	for text, want := range map[string]entry{
		"a@one.example":                                      {address: "a@one.example"},
		"<a@one.example>,":                                   {address: "a@one.example", rest: ","},
		"a@one.example: unknown":                             {address: "a@one.example", rest: ": unknown", sep: ':'},
		"a@one.example： unknown":                             {address: "a@one.example", rest: "： unknown", sep: ':'},
		"a@one.example... unknown":                           {address: "a@one.example", rest: "... unknown", sep: '.'},
		"a@one.example — unknown":                            {address: "a@one.example", rest: " — unknown", sep: '-'},
		"a@one.example => unknown":                           {address: "a@one.example", rest: " => unknown", sep: '-'},
		"a@one.example (unknown)":                            {address: "a@one.example", rest: " (unknown)", sep: '('},
		"a@one.example [unknown]":                            {address: "a@one.example", rest: " [unknown]", sep: '['},
		"a@one.example | unknown":                            {address: "a@one.example", rest: " | unknown", sep: '|'},
		"a@one.example\tunknown":                             {address: "a@one.example", rest: "\tunknown", sep: '\t'},
		"a@one.example   unknown":                            {address: "a@one.example", rest: "   unknown", sep: '\t'},
		"a@one.example is unknown":                           {address: "a@one.example", rest: " is unknown", sep: ' '},
		"2. a@one.example":                                   {address: "a@one.example"},
		"Kim <a@one.example>":                                {address: "a@one.example", named: true},
		"\"Kim One\" a@one.example":                          {address: "a@one.example", named: true},
		"a@one.example <a@one.example>: x":                   {address: "a@one.example", rest: ": x", sep: ':'},
		"a@one.example <b@two.example>: x":                   {address: "b@two.example", rest: ": x", sep: ':'},
		"a@one.example, b@two.example; c@three.example":      {address: "a@one.example", more: []string{"b@two.example", "c@three.example"}},
		"<a@one.example> (expanded from <b@two.example>): x": {address: "a@one.example", original: "b@two.example", rest: ": x", sep: ':'},
		"550 5.1.1 <a@one.example>... unknown":               {address: "a@one.example", afterCode: true, status: status, rest: "... unknown", sep: '.'},
		"550-<a@one.example>":                                {address: "a@one.example", afterCode: true},
		"Éva <a@one.example>":                                {address: "a@one.example", named: true},
		"b... unknown":                                       {address: "b", rest: "... unknown", sep: '.'},
		"a@one.example <b@two.example> <c@two.example>":      {address: "b@two.example", rest: " <c@two.example>", sep: ' '},
		"a@one.example, b@two.example <c@two.example>":       {address: "a@one.example", more: []string{"b@two.example"}, rest: " <c@two.example>", sep: ' '},
		"a@one.example expanded from b@two.example) x":       {address: "a@one.example", rest: " expanded from b@two.example) x", sep: ' '},
		"kim... unknown":                                     {address: "kim", rest: "... unknown", sep: '.'},
		"<kim>: unknown":                                     {address: "kim", rest: ": unknown", sep: ':'},
	} {
		if got, ok := readEntry(text); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{
		"kim>: unknown", "<kim: unknown", "its \"kim\" a@one.example", "\"Kim\" of one a@one.example", strings.Repeat("Kim ", 20) + "<a@one.example>",
		"", "no address", "the user a@one.example", "Kim: <a@one.example>", "<br>", "kim: unknown", "k.im... unknown", "<>", "Kim Example a@one.example",
	} {
		if e, ok := readEntry(text); ok {
			t.Errorf("%s: %+v", text, e)
		}
	}
}

// TestUnwrapped joins an address in angle brackets that a line break parts, and nothing
// else.
func TestUnwrapped(t *testing.T) {
	for lines, want := range map[string]string{
		"<a@one.\nexample>: no": "a@one.example", "<a@one.\n  example>": "a@one.example",
		"<a@one.\nexample": "", "<a@one.\n>": "", "<a@one.\nA sentence>": "",
		"<a@one.example\n.net>": "", "<a@one.example is.\nx>": "", "<words.\nand.more>: no": "",
	} {
		l := classify(strings.Split(lines, "\n"), 0, 0)
		if l.entry.address != want || l.goesOn != (want != "") {
			t.Errorf("%q: %q, goes on %v, want %q", lines, l.entry.address, l.goesOn, want)
		}
	}
	for _, lines := range []string{"<a@one.example>.\nnet>", "a@one.\nexample>"} {
		if l := classify(strings.Split(lines, "\n"), 0, 0); l.entry.address == "" || l.goesOn {
			t.Errorf("%q: %q, goes on %v", lines, l.entry.address, l.goesOn)
		}
	}
}
