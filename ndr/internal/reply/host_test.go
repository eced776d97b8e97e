package reply

import (
	"strings"
	"testing"
)

// TestUnreachedHost finds the host in a reply that the reporting system made
// itself.
func TestUnreachedHost(t *testing.T) {
	for text, want := range map[string]string{
		"SMTPUTF8 is required, but was not offered by host mx.one.example[192.0.2.1]": "mx.one.example",
		"SMTPUTF8 is required":                                                 "",
		"451 4.4.1 reply: read error from mx.one.example.":                     "mx.one.example",
		"421 4.4.2 Connection reset by mx.one.example":                         "mx.one.example",
		"421 4.4.2 Connection reset by peer":                                   "",
		"451 Connection refused by nobody, connection reset by mx.one.example": "mx.one.example",
		"(last: Could not dial: dial tcp 192.0.2.1:25: connect: refused)":      "192.0.2.1",
		"451 4.0.0 dial tcp 192.0.2.9:0->192.0.2.1:25: connect: refused":       "192.0.2.1",
		"write tcp 192.0.2.9:4711->192.0.2.1:25: broken pipe":                  "192.0.2.1",
		"dial tcp [2001:db8::25]:25: i/o timeout":                              "2001:db8::25",
		"451 policy: dial tcp 127.0.0.1:10025: connect: refused":               "",
		"dial tcp mx.one.example":                                              "",
		"550 5.0.0 mx.one.example. said: no such user":                         "mx.one.example",
		"550 192.0.2.1 said: no such user":                                     "192.0.2.1",
		"5.1.1 mx.one.example[192.0.2.1] said: no such user":                   "mx.one.example",
		"550 5.7.1 mx.one.example [192.0.2.1] answered: no such user":          "mx.one.example",
		"550 5.7.1 192.0.2.1 rejected by list.example":                         "",
		"550 5.7.1 kim said: no such user at mx.one.example":                   "",
		"": "",
	} {
		if got := UnreachedHost(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestRemoteHost finds the host that a system blames, and none in what the
// server said itself.
func TestRemoteHost(t *testing.T) {
	for text, want := range map[string]string{
		"host mx.one.example[192.0.2.1] said: 550 no":                "mx.one.example",
		"host mx.one.example [192.0.2.1] said: 550 no":               "mx.one.example",
		"mx.one.example.:[192.0.2.1] said: 550 no":                   "mx.one.example",
		"<mx.one.example[192.0.2.1]>":                                "mx.one.example",
		"[mx.one.example. (10): timed out]":                          "mx.one.example",
		"[mx.one.example: timed out]":                                "mx.one.example",
		"[mx.one.example 192.0.2.1: timed out]":                      "mx.one.example",
		"[mx.one.example]: Name or service not known":                "mx.one.example",
		"Mailer mx.one.example said: \"550 no\"":                     "mx.one.example",
		"MTA '192.0.2.1' gives: 550 no":                              "192.0.2.1",
		"[mx.one.example] timed out":                                 "",
		"[[mx.one.example: timed out]]":                              "mx.one.example",
		"[ [192.0.2.1]":                                              "192.0.2.1",
		"connect to [192.0.2.1]: timed out":                          "192.0.2.1",
		"about [192.0.2.1]: timed out":                               "",
		"about [192.0.2.1 and [192.0.2.2]":                           "",
		"about [[192.0.2.1] and mx.one.example[192.0.2.2]":           "mx.one.example",
		"size [17] of mx.one.example[192.0.2.2]":                     "mx.one.example",
		"[192.0.2.1] timed out":                                      "192.0.2.1",
		"connect to mx.one.example: timed out":                       "mx.one.example",
		"host mx.one.example, connect to mx.two.example":             "mx.two.example",
		"connect to mx.two.example, host mx.one.example":             "mx.two.example",
		"disconnect to mx.one.example":                               "",
		"host postmaster@one.example":                                "",
		"connect to nobody, host mx.one.example":                     "mx.one.example",
		"refused by host [192.0.2.1], not connect to mx.one.example": "192.0.2.1",
		"550 refused by host mx.one.example":                         "",
		"192.0.2.1 does not like recipient.":                         "192.0.2.1",
		"mx.one.example said something":                              "mx.one.example",
		"mx.one.example: said something":                             "mx.one.example",
		"192.0.2.1] refused":                                         "192.0.2.1",
		"192.0.2.1 failed on DATA command.":                          "192.0.2.1",
		"192.0.2.1: 550 no such user":                                "192.0.2.1",
		"mx.one.example:\n550 no such user":                          "mx.one.example",
		"mx.one.example: no such user":                               "",
		"mx.one.example 550 no such user":                            "",
		"mx.one.example":                                             "",
		"mx.one.example, which did not answer":                       "",
		"mx.one.example was fine until it refused":                   "",
		"then mx.one.example (192.0.2.1) answered":                   "mx.one.example",
		"then mx.one.example (192.0.2.1) answered:\n550 no":          "mx.one.example",
		"then mx.one.example (192.0.2.1) was heard to have answered": "",
		"then mx.one.example (again) answered":                       "",
		"then mx.one.example (192.0.2.1 answered":                    "",
		"then it (192.0.2.1) answered":                               "",
		"192.0.2.1 turned it down\nIt said: 550 no":                  "192.0.2.1",
		"192.0.2.1 turned it down\nafter all\nIt said: 550 no":       "",
		"mx.one.example is where it was to go\nIt said: 550 no":      "",
		"Answer of (mx.one.example):\n550 no":                        "mx.one.example",
		"Answer of (mx.one.example), which is full:\n550 no":         "",
		"Answer of (mx.one.example):":                                "",
		"":                                                           "",
	} {
		if got := Join(strings.Split(text, "\n")).RemoteHost(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestCellHost(t *testing.T) {
	for text, want := range map[string]string{
		"a@one.example | mx.one.example | 550 no": "mx.one.example",
		"550 no\tmx.one.example":                  "mx.one.example",
		"mx.one.example":                          "",
		"mx.one.example said no | x":              "",
		"a | b":                                   "",
	} {
		if got := CellHost([]string{text}); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSignedHost(t *testing.T) {
	for text, want := range map[string]string{
		"554 no such account [0] - mta1.mail.example.com":              "mta1.mail.example.com",
		"554 no such account [0] - mta1.mail.example.com and so on":    "",
		"421 try later (host mx4.one.example)":                         "mx4.one.example",
		"421 try later (host mx4.one.example) in the queue for 3 days": "mx4.one.example",
		"421 try later (host mx4.one.example, it says)":                "",
		"550 no (response from mx.one.example)":                        "mx.one.example",
		"550 rejected by host mx.example for good":                     "",
		"550 rejected by host":                                         "",
		"550 no (host ":                                                "",
	} {
		if got := SignedHost(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestHostAlone(t *testing.T) {
	for line, want := range map[string]string{
		"mx.example.com[192.0.2.1]:25":      "mx.example.com",
		"mx.example.com[192.0.2.1]:25 said": "",
		"mx.example.com says [x]:25":        "",
		"mx.example.com[192.0.2.1]":         "",
	} {
		if got := HostAlone([]string{"", "target", line}); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestSpeakerAmong(t *testing.T) {
	for text, want := range map[string]string{
		"It was not delivered.\nHost mx.one.example is not responding.":   "mx.one.example",
		"  Server mx.one.example did not answer.":                         "mx.one.example",
		"This is the mail system at host mx.one.example. It did not work": "",
		"host mx.one.example, 3 days":                                     "",
	} {
		if got := SpeakerAmong(strings.Split(text, "\n")); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHostBelow(t *testing.T) {
	for want, blocks := range map[string][][]string{
		"mx.one.example": {{"*** 550 no ***", "mx.one.example"}, {"550 5.1.1 no.", "mx.one.example"}, {"*** no ***", "mx.one.example"}, {"550 no", "mx.one.example failed after I sent the message."}},
		"":               {nil, {"mx.one.example"}, {"550 5.7.1 blocked by", "list.example"}, {"No such user.", "mx.one.example"}, {"550 no.", "mx.one.example is"}, {"No such user", "mx.one.example failed after I sent the message."}},
	} {
		for _, block := range blocks {
			if got := HostBelow(block); got != want {
				t.Errorf("%q: %q, want %q", block, got, want)
			}
		}
	}
}
