package freeform

import (
	"strings"
	"testing"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/reply"
)

// explainerOf returns an explainer of a text, with what else was read.
func explainerOf(text string, read reading) *explainer {
	return &explainer{TextView: viewOf("", strings.TrimPrefix(text, "\n")), reading: &read}
}

// explainerOfView returns an explainer of a text and what was read of it.
func explainerOfView(v *TextView) *explainer { return &explainer{TextView: v, reading: group(v)} }

// TestExplanationFor asks for the lines that say why in the order in which they
// are looked for. The candidate stands on the first line of the text.
func TestExplanationFor(t *testing.T) {
	replies := []string{"550 of the session"}
	for _, c := range []struct {
		name, text string
		c          candidate
		read       reading
		want       string
	}{
		{"diagnostic", "a", candidate{diagnostic: "450 d", block: []string{"550 b"}, refusals: refusals{replies: []string{"550 r"}}}, reading{}, "450 d/550 b"},
		{"own reply", "a", candidate{block: []string{"550 b"}, refusals: refusals{replies: []string{"550 r"}}}, reading{refusals: refusals{replies: replies}}, "550 r"},
		{"reason of another reply beside it", "a", candidate{reason: "450 d", refusals: refusals{replies: []string{"550 r"}}}, reading{}, "450 d"},
		{"reason of the same reply beside it", "a", candidate{reason: "550 d", refusals: refusals{replies: []string{"550 r"}}}, reading{}, "550 r"},
		{"reason without a code beside it", "a", candidate{reason: "d", refusals: refusals{replies: []string{"550 r"}}}, reading{}, "550 r"},
		{"own words of a server", "a", candidate{refusals: refusals{replies: []string{"it went away"}}}, reading{refusals: refusals{replies: replies}}, "it went away"},
		{"reply in its lines", "a\n550 x", candidate{block: []string{"550 b"}}, reading{refusals: refusals{replies: replies}}, "550 b"},
		{"session", "a", candidate{block: []string{"b"}}, reading{refusals: refusals{replies: replies}}, "550 of the session"},
		{"session without a reply", "a", candidate{block: []string{"mailbox full"}}, reading{refusals: refusals{replies: []string{"it went away"}}}, "mailbox full"},
		{"program", "a", candidate{piped: true, block: []string{"pipe to |x"}}, reading{refusals: refusals{replies: replies}}, "pipe to |x"},
		{"fields", "a\n\n550 x", candidate{tier: tierNamed, block: []string{"b"}}, reading{}, "b"},
		{"its lines and a reply near", "a\n\n550 x", candidate{block: []string{"b"}}, reading{}, "b/550 x"},
		{"its lines alone", "a\n\nx", candidate{block: []string{"b"}}, reading{}, "b"},
		{"its lines, another reply ahead", "550 x\n\na", candidate{first: 2, last: 2, block: []string{"b"}}, reading{}, "b"},
		{"end of its sentence, a reply ahead", "550 x\n\na was lost", candidate{first: 2, last: 2, inSentence: true, sentence: "a was lost", block: []string{"was lost"}}, reading{}, "was lost/550 x"},
		{"sentence with a reason", "a\n\nx", candidate{sentence: "a has the mailbox full", block: []string{"b"}}, reading{}, "a has the mailbox full"},
		{"lines with a reason", "a\n\nx", candidate{sentence: "a has it", block: []string{"mailbox full"}}, reading{}, "mailbox full"},
		{"sentence alone", "a\n\nx", candidate{sentence: "a has it", inSentence: true, block: []string{"b"}}, reading{}, "a has it"},
		{"row and its lines", "a\n\nx", candidate{sentence: "a", block: []string{"b"}}, reading{}, "b"},
		{"row alone", "a\n\nx", candidate{sentence: "a"}, reading{}, "x"},
		{"words of a server beside", "a", candidate{sentence: "", refusals: refusals{replies: []string{"it went away"}}}, reading{}, "it went away"},
		{"around", "a\n\nit went away", candidate{}, reading{}, "it went away"},
	} {
		x := explainerOf(c.text, c.read)
		if got := strings.Join(x.explanationFor(&c.c, 0, len(x.report)), "/"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestExplanationAround looks for the reason near the candidate, which stands on the line
// "<a>".
func TestExplanationAround(t *testing.T) {
	for _, c := range []struct {
		name, text, sentence string
		reasons              []string
		want                 string
	}{
		{"reply behind", "450 x\n\n<a>\n\ny\n\n550 z", "", nil, "550 z"},
		{"reply ahead", "450 w\n\n450 x\n\n<a>\n\ny", "", nil, "450 x"},
		{"known reason of a row", "x\n\n<a>\n\nmailbox full", "", []string{"user unknown"}, "user unknown"},
		{"known sentence", "x\n\n<a>\n\nmailbox full", "user unknown: <a>", nil, "user unknown: <a>"},
		{"unknown sentence", "x\n\n<a>\n\nmailbox full", "it is <a>", nil, "mailbox full"},
		{"unknown reason of a row", "x\n\n<a>\n\ny", "", []string{"because"}, "because"},
		{"known behind, unknown reason of a row", "x\n\n<a>\n\nmailbox full", "", []string{"because"}, "mailbox full"},
		{"known ahead", "mailbox full\n\n<a>\n\ny", "", nil, "mailbox full"},
		{"policy gives way", "x\n\n<a>\n\nrejected by policy\n\nmailbox full", "", nil, "mailbox full"},
		{"first of two policies", "x\n\n<a>\n\nrejected by policy\n\nrejected due to policy", "", nil, "rejected by policy"},
		{"policy, words before it", "x\n\n<a>\n\ny\n\nrejected by policy", "", nil, "rejected by policy"},
		{"heading on the line above", "x\n\n<a>\n\nThe reason is:\nbecause\n\ny", "", nil, "because"},
		{"heading of a paragraph", "x\n\n<a>\n\ny\n\nThe reason is:\n\nbecause", "", nil, "because"},
		{"heading without a colon", "x\n\n<a>\n\ny\n\nThe reason is\n\nbecause", "", nil, "y"},
		{"heading of something else", "x\n\n<a>\n\nSee also:\nbecause\n\nmailbox full", "", nil, "mailbox full"},
		{"next paragraph", "x\n\n<a>\n\ny\n\nz", "", nil, "y"},
		{"whom to ask", "x\n\n<a>\n\nPlease contact us.\n\nz", "", nil, "z"},
		{"introduction behind", "x\n\n<a>\n\nSee also:\n\nz", "", nil, "z"},
		{"row behind", "x\n\n<a>\n\nColour: blue\n\nz", "", nil, "z"},
		{"nothing behind", "w\n\nx\n\n<a>", "", nil, "x"},
		{"introduction ahead", "Delivery to:\n\n<a>", "", nil, ""},
		{"behind a rule", "x\n\n<a>\n=====\ny", "", nil, "y"},
		{"known row left out", "x\n\n<a>\n\nServer: mx.one.example\n\nz", "", nil, "z"},
		{"row with a reason", "x\n\n<a>\n\nReason: because\n\nz", "", nil, "z"},
	} {
		x := explainerOf(c.text, reading{reasons: c.reasons})
		line := strings.Count(c.text[:strings.Index(c.text, "<a>")], "\n")
		got := x.explanationAround(&candidate{first: line, last: line, sentence: c.sentence}, 0, len(x.report))
		if strings.Join(got, "/") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestIsFragment(t *testing.T) {
	for _, c := range []struct {
		c    candidate
		want bool
	}{
		{candidate{inSentence: true, sentence: "mail to a was refused", block: []string{"was refused"}}, true},
		{candidate{inSentence: true, sentence: "mail to a: was refused", block: []string{"was refused"}}, false},
		{candidate{inSentence: true, sentence: "mail to a was refused", block: []string{"mailbox full"}}, false},
		{candidate{inSentence: true, sentence: "mail to a was refused", block: []string{"was refused", "x"}}, false},
		{candidate{sentence: "mail to a was refused", block: []string{"was refused"}}, false},
	} {
		if got := c.c.isFragment(); got != c.want {
			t.Errorf("%+v: %t", c.c, got)
		}
	}
}

func TestReplyBelow(t *testing.T) {
	for text, want := range map[string]string{
		"a\n\n  550 x\n  y\n\nz": "550 x/y",
		"a\n550 x":               "",
		"a\n\n  x":               "",
		"a\n\n\n\n  550 x":       "",
		"a\n\n  Server: 550 x":   "",
	} {
		c := candidate{block: []string{"5.1.1"}}
		x := explainerOf(text, reading{})
		if got := strings.Join(x.replyBelow(&c, len(x.report)), "/"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		c.block = []string{"550 b"}
		if got := x.replyBelow(&c, len(x.report)); got != nil {
			t.Errorf("%q: %q behind a reply of its own", text, got)
		}
	}
}

func TestSaidOfPipe(t *testing.T) {
	for text, want := range map[string][2]string{
		"x\n554 5.3.0 unknown mailer error 1": {"554 5.3.0 unknown mailer error 1", "unknown mailer error 1"},
		"x\nunknown mailer error 1":           {"b", "b"},
		"x\n554 5.3.0 unknown":                {"b", "b"},
	} {
		x := explainerOf(text, reading{})
		for n, all := range [][]*candidate{{{}}, {{}, {}}} {
			x.chosen = all
			if got := strings.Join(x.saidOfPipe(&candidate{block: []string{"b"}}), "/"); got != want[n] {
				t.Errorf("%q, %d recipients: %q, want %q", text, n+1, got, want[n])
			}
		}
	}
}

// TestShare shares what is said of one of two recipients with the other.
func TestShare(t *testing.T) {
	for _, c := range []struct {
		name                string
		first, second       candidate
		saidFirst, saidNext string
		wantFirst, wantNext string
	}{
		{"reason behind the list", candidate{}, candidate{first: 1, last: 1}, "", "because", "because", "because"},
		{"reason ahead of the list", candidate{}, candidate{first: 1, last: 1}, "because", "", "because", "because"},
		{"no list", candidate{}, candidate{first: 2, last: 2}, "", "because", "", "because"},
		{"names its recipient", candidate{}, candidate{first: 1, last: 1}, "", "a@one.example: because", "", "a@one.example: because"},
		{"reply", candidate{}, candidate{first: 1, last: 1}, "perhaps", "550 no", "550 no", "550 no"},
		{"reply against its own lines", candidate{block: []string{"perhaps"}}, candidate{first: 1, last: 1}, "perhaps", "550 no", "perhaps", "550 no"},
		{"reply against a reply", candidate{}, candidate{first: 1, last: 1}, "450 no", "550 no", "450 no", "550 no"},
		{"reply against a reason", candidate{}, candidate{first: 1, last: 1}, "mailbox full", "550 no", "mailbox full", "550 no"},
		{"words", candidate{}, candidate{first: 1, last: 1}, "perhaps", "because", "perhaps", "because"},
		{"sentences, a reason behind the last", candidate{}, candidate{first: 1, last: 1, inSentence: true, sentence: "s"}, "perhaps", "mailbox full", "mailbox full", "mailbox full"},
		{"sentences, words behind the last", candidate{}, candidate{first: 1, last: 1, inSentence: true, sentence: "s"}, "perhaps", "because", "perhaps", "because"},
		{"the last sentence itself", candidate{}, candidate{first: 1, last: 1, inSentence: true, sentence: "mailbox full"}, "perhaps", "mailbox full", "perhaps", "mailbox full"},
		{"nothing said", candidate{}, candidate{first: 1, last: 1, inSentence: true, sentence: "s"}, "", "", "", ""},
		{"no sentence, a reason behind the last", candidate{}, candidate{first: 1, last: 1}, "perhaps", "mailbox full", "perhaps", "mailbox full"},
		{"no list, reason ahead", candidate{}, candidate{first: 2, last: 2}, "because", "", "because", ""},
		{"sentences, a reason behind the first", candidate{inSentence: true, sentence: "s"}, candidate{first: 1, last: 1}, "mailbox full", "perhaps", "mailbox full", "perhaps"},
	} {
		x := explainerOf("", reading{byAddress: map[string]*candidate{"a@one.example": {}}})
		x.chosen = []*candidate{&c.first, &c.second}
		said := make([][]string, 2)
		for i, text := range []string{c.saidFirst, c.saidNext} {
			if text != "" {
				said[i] = []string{text}
			}
		}
		x.share(said)
		if first, next := strings.Join(said[0], "/"), strings.Join(said[1], "/"); first != c.wantFirst || next != c.wantNext {
			t.Errorf("%s: %q and %q, want %q and %q", c.name, first, next, c.wantFirst, c.wantNext)
		}
	}
}

// TestShareHosts gives the host of an answer to those who share it, and to nobody of
// whom nothing was said.
func TestShareHosts(t *testing.T) {
	same := []string{"550 no"}
	out := make([]found.Recipient, 4)
	out[3].RemoteServer = "mx.one.example"
	shareHosts(out, [][]string{nil, same, same, same})
	for i, want := range []string{"", "mx.one.example", "mx.one.example", "mx.one.example"} {
		if got := out[i].RemoteServer; got != want {
			t.Errorf("recipient %d: got %q, want %q", i, got, want)
		}
	}
	out = make([]found.Recipient, 2)
	out[1].RemoteServer = "mx.one.example"
	if shareHosts(out, [][]string{nil, nil}); out[0].RemoteServer != "" {
		t.Error("a host for one of whom nothing was said")
	}
}

// TestNamesOther tells whether a text names somebody whom a reply may be about
// instead of a@one.example, made from c@two.example; the report was sent to
// kim@example.org.
func TestNamesOther(t *testing.T) {
	for text, want := range map[string][2]bool{
		"":                                      {false, false},
		"<a@one.example>":                       {false, false},
		"forwarded to d@two.example":            {true, true},
		"alias of c@two.example":                {false, false},
		"sent to kim@example.org":               {false, false},
		"sent by <d@two.example>":               {false, false},
		", d@two.example":                       {true, false},
		", d@two.example, e@two.example":        {true, false},
		", d@two.example; see e@two.example":    {true, true},
		"a@one.example passed to d@two.example": {true, true},
	} {
		x := &explainer{TextView: viewOf("To: kim@example.org\n", "")}
		c := &candidate{address: "a@one.example", original: "c@two.example"}
		for i, inList := range []bool{false, true} {
			if got := x.namesOther(c, text, inList); got != want[i] {
				t.Errorf("%q, in a list %t: %t", text, inList, got)
			}
		}
	}
}

// TestIsOfAnother tells whether an address is passed on to another that the reply may
// be about, on the line of the address or before the reply.
func TestIsOfAnother(t *testing.T) {
	for _, c := range []struct {
		line, said string
		want       bool
	}{
		{"<a@one.example>", "550 no", false},
		{"<a@one.example> forwarded to <d@two.example>", "550 no", true},
		{"<a@one.example>: 550 not d@two.example", "550 not d@two.example", false},
		{"<a@one.example>, <d@two.example>", "550 no", false},
		{"<a@one.example>", "sent on to d@two.example: 550 no", true},
		{"<a@one.example>", "it said: 550 not d@two.example", false},
		{"<a@one.example>", "sent on to d@two.example\nand lost", true},
		{"<a@one.example>", "lost\non the way to d@two.example", false},
		{"<a@one.example>: sender verification: 550 no", "550 no", true},
		{"a@one.example (Sender): 550 no", "550 no", true},
		{"<a@one.example>: Absender: 550 no", "550 no", true},
		{"<a@one.example> - expéditeur : 550 no", "550 no", true},
		{"<a@one.example>: mittente: 550 no", "550 no", true},
		{"<a@one.example>: remitente: 550 no", "550 no", true},
		{"<a@one.example>: afzender: 550 no", "550 no", true},
		{"<a@one.example>: not from the sender: 550 no", "550 no", false},
	} {
		x := explainerOf(c.line, reading{})
		if got := x.isOfAnother(&candidate{address: "a@one.example"}, reply.Join(strings.Split(c.said, "\n"))); got != c.want {
			t.Errorf("%q, %q: %t", c.line, c.said, got)
		}
	}
}
