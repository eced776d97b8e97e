package headers

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/emersion/go-message/mail"
	"github.com/emersion/go-message/textproto"
)

// fieldsOf returns the fields of a header, each as "Name: value".
func fieldsOf(h *Header) []string {
	var list []string
	for f := range h.Fields() {
		list = append(list, f.Name()+": "+f.Value())
	}
	return list
}

const severalFields = "Received: by b;\r\n\tMon, 2 Jan 2006 15:04:06 +0000\r\n" +
	"received : by a\r\n" +
	"no field\r\n" +
	"X-Empty:\r\n" +
	"From: =?utf-8?q?Al=C3=ADce?= <alice@example.com>\n" +
	"Received: by b;\r\n\tMon, 2 Jan 2006 15:04:06 +0000\r\n" +
	"Message-ID: <1@example.com>\r\n\r\nbody"

func TestMail(t *testing.T) {
	h := ParseHeader(severalFields)
	m := h.Mail()
	from, err := m.AddressList("From")
	if err != nil || len(from) != 1 || from[0].Name != "Alíce" || from[0].Address != "alice@example.com" {
		t.Errorf("From: %v, %v", from, err)
	}
	if id, err := m.MessageID(); err != nil || id != "1@example.com" {
		t.Errorf("Message-ID: %q, %v", id, err)
	}
	if got, want := m.Values("Received"), slices.Collect(h.Values("Received")); !slices.Equal(got, want) {
		t.Errorf("Received: %q, want %q", got, want)
	}
	if again := FromMail(m); !slices.Equal(fieldsOf(&again), fieldsOf(&h)) {
		t.Errorf("got %q\nwant %q", fieldsOf(&again), fieldsOf(&h))
	}
}

// What go-message writes, and reads again, is the header that it was given.
func TestMailWritten(t *testing.T) {
	h := ParseHeader(severalFields)
	m := h.Mail()
	var b bytes.Buffer
	if err := textproto.WriteHeader(&b, m.Header.Header); err != nil {
		t.Fatal(err)
	}
	if want := strings.ReplaceAll(strings.ReplaceAll(strings.Replace(h.String(), "no field\r\n", "", 1), "\r\n", "\n"), "\n", "\r\n"); strings.TrimSuffix(b.String(), "\r\n") != want {
		t.Errorf("got %q\nwant %q", b.String(), want)
	}
	read, err := textproto.ReadHeader(bufio.NewReader(&b))
	if err != nil {
		t.Fatal(err)
	}
	m.Header.Header = read
	if again := FromMail(m); !slices.Equal(fieldsOf(&again), fieldsOf(&h)) {
		t.Errorf("got %q\nwant %q", fieldsOf(&again), fieldsOf(&h))
	}
}

func TestFromMail(t *testing.T) {
	long := strings.Repeat("x", 2000)
	var m mail.Header
	m.AddRaw([]byte("X-Two: a\r\nX-Injected: b\r\n"))
	m.AddRaw([]byte("X-Blank: a\r\n\r\n b\r\n"))
	m.AddRaw([]byte("no name : c\r\n"))
	m.AddRaw([]byte("X-Open: c"))
	m.Add("bad name", "d")
	m.Add("X-Line", "e\r\nX-Injected: f")
	m.Add("X-Long", long)
	m.Add("X-Words", strings.Repeat("word ", 40)+"end")
	m.SetSubject("Grüße")
	m.SetAddressList("To", []*mail.Address{{Name: "Bob", Address: "bob@example.net"}})
	h := FromMail(m)
	want := []string{
		"To: \"Bob\" <bob@example.net>",
		"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=",
		"X-Words: " + strings.Repeat("word ", 40) + "end",
		"X-Long: " + long,
		"X-Line: e X-Injected: f",
		"X-Open: c",
		"X-Blank: a b",
		"X-Two: a X-Injected: b",
	}
	if got := fieldsOf(&h); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if strings.Contains(h.String(), "bad name") {
		t.Errorf("a name that is none is kept: %q", h.String())
	}
	if again := ParseHeader(h.String()); !slices.Equal(fieldsOf(&again), want) {
		t.Errorf("read from its text: %q", fieldsOf(&again))
	}
}

func TestFromMailLimits(t *testing.T) {
	for _, n := range []int{maxHeaderFields, maxHeaderFields + 1} {
		var m mail.Header
		for range n {
			m.Add("A", "b")
		}
		if h := FromMail(m); h.Len() != maxHeaderFields {
			t.Errorf("%d of %d fields", h.Len(), n)
		}
	}
	var m mail.Header
	m.Add("A", "last")
	for range 3 {
		m.Add("B", strings.Repeat("c", maxHeader/3))
	}
	if h := FromMail(m); h.Len() != 3 || h.Get("A") != "last" {
		t.Errorf("%d fields, and A is %q", h.Len(), h.Get("A"))
	}
}
