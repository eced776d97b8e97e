package mime

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// A taken is a message that was passed to the writer.
type taken struct {
	bytes.Buffer
	closed int
}

func (t *taken) Close() error { t.closed++; return nil }

// readReturned returns what was written of the messages that have a Message-ID.
func readReturned(r io.Reader, lim Limits) (text string, returned Returned, opened []*taken, err error) {
	_, returned, err = ReadReturned(r, lim, func(header string) io.WriteCloser {
		if !strings.Contains(header, "Message-ID:") {
			return nil
		}
		opened = append(opened, new(taken))
		return opened[len(opened)-1]
	})
	if len(opened) > 0 {
		text = opened[len(opened)-1].String()
	}
	return text, returned, opened, err
}

// TestReadReturned passes the message that is meant to the writer, byte for byte.
func TestReadReturned(t *testing.T) {
	const message = "Message-ID: <1@example.org>\nContent-Type: multipart/mixed; boundary=\"i\"\n\n--i\n\n  a \t\n\n--i--\n\n"
	const report = "Content-Type: multipart/report; boundary=b\n\n"
	tests := []struct {
		name, input, want string
		body              Body
		enclosed          int
	}{
		{"in a part", report + "--b\n\ntext\n--b\nContent-Type: message/rfc822\n\n" + message + "\n--b--\n", message + "\n", BodyWhole, 1},
		{"cut within its parts", report + "--b\nContent-Type: message/rfc822\n\n" + message[:len(message)-8] + "\n--b--\n", message[:len(message)-8] + "\n", BodyCut, 1},
		{"the report is not closed", report + "--b\nContent-Type: message/rfc822\n\n" + message, message, BodyCut, 1},
		{"header alone", report + "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@example.org>\nX: y\n--b--\n", "Message-ID: <1@example.org>\nX: y\n\n", BodyNone, 1},
		{"in a text", "Subject: s\n\nIt failed:\n\n" + message, message, BodyWhole, 1},
		{"behind other fields", "Subject: s\n\nReason: it failed\n\nWe try: not.\nX: y\n\n" + message, message, BodyWhole, 1},
		{"fields that are none", "Subject: s\n\nMessage-ID: <1@example.org>\nwas not delivered.\n\nBye.\n", "", BodyNone, 0},
		{"text with an epilogue", "Subject: s\n\nIt failed:\n\n" + message + "Bye.\n", message + "Bye.\n", BodyWhole, 1},
		{"part before text", report + "--b\n\nIt failed:\n\nMessage-ID: <2@example.org>\n\nx\n--b\nContent-Type: message/rfc822\n\n" + message + "\n--b--\n", message + "\n", BodyWhole, 1},
		{"the first part, wanted or not", report + "--b\nContent-Type: message/rfc822\n\nX: y\n\nx\n--b\nContent-Type: message/rfc822\n\n" + message + "\n--b--\n", "", BodyNone, 0},
		{"what a report returns that is returned", "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: message/rfc822\n\nMessage-ID: <r@example.net>\n" +
			report + "--b\nContent-Type: message/rfc822\n\n" + message + "\n--b--\n\n--o--\n", message + "\n", BodyWhole, 2},
		{"a message within the message", report + "--b\nContent-Type: message/rfc822\n\nMessage-ID: <o@example.org>\nContent-Type: message/rfc822\n\n" + message + "\n--b--\n",
			"Message-ID: <o@example.org>\nContent-Type: message/rfc822\n\n" + message + "\n", BodyWhole, 1},
		{"a header that is too long", report + "--b\nContent-Type: message/rfc822\n\nX: " + strings.Repeat("y", maxReturnedHeader) + "\n" + message + "\n--b--\n", "", BodyNone, 0},
		{"as many blank lines as may be", "Subject: s\n\n\nMessage-ID: <1@example.org>\n\nx\n" + strings.Repeat("\n", maxBlankLines) + "y\n",
			"Message-ID: <1@example.org>\n\nx\n" + strings.Repeat("\n", maxBlankLines) + "y\n", BodyWhole, 1},
		{"one more", "Subject: s\n\n\nMessage-ID: <1@example.org>\n\nx\n" + strings.Repeat("\n", maxBlankLines+1) + "y\n",
			"Message-ID: <1@example.org>\n\nx\n" + strings.Repeat("\n", maxBlankLines), BodyCut, 1},
	}
	for _, tt := range tests {
		for name, r := range map[string]io.Reader{
			"whole": strings.NewReader(tt.input), "one byte a read": iotest.OneByteReader(strings.NewReader(tt.input)),
			"CRLF": strings.NewReader(strings.ReplaceAll(tt.input, "\n", "\r\n")),
		} {
			text, returned, opened, err := readReturned(r, noLimits)
			if want := strings.ReplaceAll(tt.want, "\n", "\r\n"); err != nil || text != want {
				t.Errorf("%s, %s: got %.200q, %v, want %.200q", tt.name, name, text, err, want)
			}
			if returned.Body != tt.body || returned.Enclosed != tt.enclosed || (returned.Header != "") != (tt.want != "") {
				t.Errorf("%s, %s: got %.200v", tt.name, name, returned)
			}
			for i, o := range opened {
				if o.closed != 1 {
					t.Errorf("%s, %s: message %d was closed %d times", tt.name, name, i, o.closed)
				}
			}
		}
	}
}

// noLimits are limits that no test reaches.
var noLimits = Limits{Bytes: 1 << 30, Header: 1 << 20, Parts: 100, Depth: 10, Body: 1 << 20}

// TestReadReturnedCut ends the message where the input ends or a limit is reached.
func TestReadReturnedCut(t *testing.T) {
	const input = "Subject: s\n\nIt failed:\n\nMessage-ID: <1@example.org>\n\nx\ny\nz\n"
	broken := errors.New("broken")
	_, returned, opened, err := readReturned(io.MultiReader(strings.NewReader(input), iotest.ErrReader(broken)), noLimits)
	if !errors.Is(err, broken) || returned.Body != BodyCut || opened[0].closed != 1 {
		t.Errorf("reader breaks: got %v, %v", returned, err)
	}
	lim := noLimits
	lim.Bytes = int64(len(input)) - 2
	if _, returned, opened, err := readReturned(strings.NewReader(input), lim); err != nil || returned.Body != BodyCut || opened[0].closed != 1 {
		t.Errorf("limit: got %v, %v", returned, err)
	}
}
