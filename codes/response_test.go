package codes_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.com/ndr/codes"
)

func TestParseResponse(t *testing.T) {
	for _, tt := range []struct {
		in, reply, status, text string
	}{
		{"", "", "", ""},
		{"550 5.1.1 User unknown", "550", "5.1.1", "User unknown"},
		{"550 User unknown", "550", "", "User unknown"},
		{"5.1.1 User unknown", "", "5.1.1", "User unknown"},
		{"5.1.1", "", "5.1.1", ""},
		{"550", "550", "", ""},
		{"User unknown", "", "", "User unknown"},
		{"550 #5.1.0 Address rejected.", "550", "5.1.0", "Address rejected."},
		{"550 (#5.1.1) no such user", "550", "5.1.1", "no such user"},
		{"550-'5.1.1 no such user'", "550", "5.1.1", "no such user'"},
		{"'550 no such user'", "550", "", "no such user'"},
		{"[550] no such user", "550", "", "no such user"},
		{"550: no such user", "550", "", "no such user"},
		{"550 5.1.1 5.1.1 no such user", "550", "5.1.1", "no such user"},
		{"550 5.1.1= <a@example.com>... User Unknown", "550", "5.1.1", "= <a@example.com>... User Unknown"},
		{"smtp;550 5.1.1 no", "550", "5.1.1", "no"},
		{"SMTP; 550", "550", "", ""},
		{"X-Postfix; connect to mx.example.com[192.0.2.1]:25: No route to host", "", "", "connect to mx.example.com[192.0.2.1]:25: No route to host"},
		{"X-A; 550 no", "550", "", "no"},
		{"550 no, though 250 2.1.5 before", "550", "2.1.5", "no, though 250 2.1.5 before"},
		{"error: 550.", "550", "", "error: 550."},
		{">550 no", "", "", ">550 no"},
		{"error: 500 recipients allowed", "", "", "error: 500 recipients allowed"},
		{"550 a\u0080b", "550", "", "a b"},
		{"failed (550\nno such user)", "550", "", "failed (550 no such user)"},
		{"x-unix; 255", "", "", "x-unix; 255"},
		{"550 HELO is an IP address, RFC 5321 4.1.3 says", "550", "", "HELO is an IP address, RFC 5321 4.1.3 says"},
		{"550 see section 4.1.3 of it", "550", "", "see section 4.1.3 of it"},
		{"550 see RFC5321, 4.1.3", "550", "", "see RFC5321, 4.1.3"},
		{"550 as of RFC 5321: 5.1.1 no", "550", "5.1.1", "as of RFC 5321: 5.1.1 no"},
		{"550 as of RFC5321: 5.1.1 no", "550", "5.1.1", "as of RFC5321: 5.1.1 no"},
		{"unknown; No such domain.", "", "", "No such domain."},
		// a reply of several lines, as it is and folded
		{"550-5.1.1 The account\r\n550-5.1.1 does not\r\n550 5.1.1 exist", "550", "5.1.1", "The account does not exist"},
		{"550-5.1.1 The account 550-5.1.1 does not 550 5.1.1 exist", "550", "5.1.1", "The account does not exist"},
		{"550-Sender verify failed\n550 go away", "550", "", "Sender verify failed go away"},
		{"421\r\n\tMessages from us deferred", "421", "", "Messages from us deferred"},
		{"550\r\n\t\r\n\t\r\n\t5.1.1 x", "550", "5.1.1", "x"},
		{"550 5.1.1\r\n\tfolded  text\x00\x1b[0m", "550", "5.1.1", "folded text [0m"},
		// inside another text
		{"host mx.example.com[192.0.2.1] said: 550 5.1.1 no", "550", "5.1.1", "host mx.example.com[192.0.2.1] said: 550 5.1.1 no"},
		{"Remote host said: 550 no such user", "550", "", "Remote host said: 550 no such user"},
		{"SMTP error code 550", "550", "", "SMTP error code 550"},
		{"code 550: no", "550", "", "code 550: no"},
		{"550 5.0.350 Remote server returned an error -> 552 5.2.2 full", "552", "5.2.2", "Remote server returned an error -> 552 5.2.2 full"},
		{"550 5.1.1 no -> 450 5.1.1 later", "550", "5.1.1", "no -> 450 5.1.1 later"},
		{"550 5.0.350 Remote server returned an error -> 552 full", "552", "5.0.350", "Remote server returned an error -> 552 full"},
		{"554 4.4.7 Message expired: in 840 minutes.<421 4.4.2 Connection timed out>", "421", "4.4.2", "Message expired: in 840 minutes.<421 4.4.2 Connection timed out>"},
		{"5.1.0 - Unknown address error 550-'5.7.1 denied' (delivery attempts: 0)", "550", "5.7.1", "Unknown address error 550-'5.7.1 denied' (delivery attempts: 0)"},
		{"501 RCPT TO not accepted: 5.7.1 no relay", "501", "5.7.1", "RCPT TO not accepted: 5.7.1 no relay"},
		{"dsn=4.2.2, stat=Deferred: 452 4.2.2 over quota", "452", "4.2.2", "dsn=4.2.2, stat=Deferred: 452 4.2.2 over quota"},
		// numbers that are no codes
		{"mx550.example.com 550.example", "", "", "mx550.example.com 550.example"},
		{"client 192.0.2.1 port 550", "", "", "client 192.0.2.1 port 550"},
		{"limit: 500 recipients", "", "", "limit: 500 recipients"},
		{"size: 550 KB", "", "", "size: 550 KB"},
		{"exim-4.4.2 on linux 5.1.1.2", "", "", "exim-4.4.2 on linux 5.1.1.2"},
		{"id=550-1234 queued", "", "", "id=550-1234 queued"},
		{"at 10:15:550", "", "", "at 10:15:550"},
		{"5.1.1.example.com refused 5.1.1@example.com", "", "", "5.1.1.example.com refused 5.1.1@example.com"},
		{"421 4.2.0 refused OFR005_505 [505]", "421", "4.2.0", "refused OFR005_505 [505]"},
		{"250 2.1.5 OK", "250", "2.1.5", "OK"},
		{"450 4.7.1 seen 250 times", "450", "4.7.1", "seen 250 times"},
	} {
		r := codes.ParseResponse(tt.in)
		if r.Reply.String() != tt.reply || r.Status.String() != tt.status || r.Text != tt.text {
			t.Errorf("ParseResponse(%q) = %q, %q, %q\n\twant %q, %q, %q", tt.in, r.Reply, r.Status, r.Text, tt.reply, tt.status, tt.text)
		}
	}
}

func TestParseResponseText(t *testing.T) {
	long := codes.ParseResponse("550 " + strings.Repeat("é ", 1<<20))
	if n := len(long.Text); n > 8<<10+utf8.UTFMax || n < 8<<10-utf8.UTFMax || !utf8.ValidString(long.Text) {
		t.Errorf("a long text has %d bytes, valid %v", n, utf8.ValidString(long.Text))
	}
	if got := codes.ParseResponse("550 bo\xeete pleine").Text; got != "boîte pleine" {
		t.Errorf("raw 8 bit: %q", got)
	}
}

func TestResponseString(t *testing.T) {
	for _, tt := range []struct {
		r    codes.Response
		want string
	}{
		{codes.Response{}, ""},
		{codes.Response{Reply: 550}, "550"},
		{codes.Response{Reply: 550, Text: "no"}, "550 no"},
		{codes.Response{Status: codes.MustParseStatus("5.1.1"), Text: "no"}, "5.1.1 no"},
		{codes.Response{Reply: 550, Status: codes.MustParseStatus("5.1.1"), Text: "no"}, "550 5.1.1 no"},
	} {
		if got := tt.r.String(); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.r, got, tt.want)
		}
	}
}

// TestParseResponseEnds has a line that begins with the code and goes on with
// nothing that can follow one.
func TestParseResponseEnds(t *testing.T) {
	for _, s := range []string{"452 a\n452 \xe0(\xbd\tN", "550 x\n550 ", "550 x\r550 \n", "452 \nL\n452 L", "452 \xee\x85v\x99\xe0(\xbd\tN\xce%\vn\x83\xe4\x94K\r\xa7\n452 K"} {
		if r := codes.ParseResponse(s); r.Reply == 0 {
			t.Errorf("%q: %+v", s, r)
		}
	}
}

func TestLeadingZero(t *testing.T) {
	for _, s := range []string{"2.0.010", "5.01.1", "5.1.01"} {
		if st := codes.FindStatus(s); st.IsValid() {
			t.Errorf("%q: got %v, which is not in it", s, st)
		}
	}
	if st := codes.FindStatus("5.0.0"); !st.IsValid() {
		t.Error("5.0.0")
	}
}
