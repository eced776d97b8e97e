package reply

import (
	"strings"
	"testing"
)

// TestReplyIn: a reply code counts where a reply may begin, and a number
// elsewhere does not.
func TestReplyIn(t *testing.T) {
	for text, want := range map[string]string{
		"550 no":                            "550 no",
		"550":                               "550",
		"  550 no":                          "550 no",
		"it said\n550 no":                   "550 no",
		"said: 550 no":                      "550 no",
		"said:550 no":                       "550 no",
		"(550 no)":                          "550 no)",
		"\"452 full\"":                      "452 full\"",
		"error 550 no":                      "550 no",
		"error\t550 no":                     "550 no",
		"error550 no":                       "",
		"about 550 people":                  "",
		"about 550 5.1.1 no":                "550 5.1.1 no",
		"about 550-5.1.1 no":                "550-5.1.1 no",
		"about\t451 4.2.2 no":               "451 4.2.2 no",
		"about 250 2.1.5 ok":                "250 2.1.5 ok",
		"about 550 x.1.1 no":                "",
		"about 550 5,1.1 no":                "",
		"about 550 3.1.1 no":                "",
		"about 550 5.x no":                  "",
		"about 550 5.1":                     "",
		"x550 5.1.1 no":                     "",
		"it answered with the code 550\nno": "550\nno",
		"we bounced: 550":                   "550",
		"all of the 550\nof them":           "",
		"250 ok":                            "250 ok",
		"220 ready":                         "",
		"253 x":                             "",
		"580 no":                            "",
		"5a0 no":                            "",
		"55a no":                            "",
		"550.1 no":                          "",
		"550/2 no":                          "",
		"550% no":                           "",
		"550@one.example":                   "",
		"550_no":                            "",
		"550a":                              "",
		"550-no":                            "550-no",
		"服务器返回：550 满":                       "550 满",
		"応答（452 満杯）":                        "452 満杯）",
		"第550号":                             "",
		"55":                                "",
		"":                                  "",
	} {
		got := ""
		if i := ReplyIn(text); i >= 0 {
			got = text[i:]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestResponse: the response begins with the reply, or behind words such as
// "said:", and ends before the reporting system's own words.
func TestResponse(t *testing.T) {
	for text, want := range map[string]string{
		"host mx.one.example said: 550 no such user (in reply to RCPT TO)": "550 no such user",
		"the mailbox is full (552 5.2.2)":                                  "the mailbox is full (552 5.2.2)",
		"see below: 552 5.2.2":                                             "552 5.2.2",
		"the mailbox is full: 552 5.2.2 sorry":                             "552 5.2.2 sorry",
		"sender verification failed: 550 5.1.1 no such user":               "sender verification failed: 550 5.1.1 no such user",
		"sender verification failed: 550 5.2.2 full":                       "550 5.2.2 full",
		"rejected by the recipient domain: 550 5.1.1 no such user":         "550 5.1.1 no such user",
		"* 5.1.1 unknown":                                                  "5.1.1 unknown",
		"see\n  5.1.1 unknown":                                             "5.1.1 unknown",
		"see\n  5.x unknown":                                               "see 5.x unknown",
		"Remote host said: go away":                                        "go away",
		"Remote host said:":                                                "Remote host said:",
		"go away":                                                          "go away",
		"550 (no":                                                          "550 (no",
		"550 no)":                                                          "550 no",
		"550 (no)":                                                         "550 (no)",
		"550 \"no":                                                         "550 \"no",
		"550 no\"":                                                         "550 no",
		"550 a\nb":                                                         "550 a b",
		"":                                                                 "",
	} {
		if got := Join(strings.Split(text, "\n")).Response(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestStatusLine(t *testing.T) {
	for text, want := range map[string]int{"5.1.1 no": 0, "- (5.1.1 no": 3, "no\n5.1.1": 3, "no 5.1.1": -1, "5.1": -1, "5x1.1 no": -1, "": -1} {
		if got := StatusLine(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestHasReply(t *testing.T) {
	for text, want := range map[string]bool{
		"it said: 550 no": true, "5.1.1 no": true, "a\n550 b": true, "a 5.1.1 b": true, "mailbox full": false, "": false,
		strings.Repeat("x", 5000) + "\n550 b": false,
	} {
		if got := HasReply(strings.Split(text, "\n")); got != want {
			t.Errorf("%.40q: %t", text, got)
		}
	}
}

func TestHasKnownReason(t *testing.T) {
	for text, want := range map[string]bool{"mailbox full": true, "it went away": false, "": false} {
		if got := HasKnownReason([]string{text}); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
