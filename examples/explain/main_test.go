package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"example.com/ndr/ndr"
)

var update = flag.Bool("update", false, "write what the command prints into the golden files")

// bounceOf returns a bounce of an address.
func bounceOf(address string) string {
	return "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: sender@example.org\n" +
		"Subject: Undelivered Mail Returned to Sender\n" +
		"Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n" +
		"--b\n\nYour message could not be delivered.\n" +
		"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n" +
		"Original-Recipient: rfc822; first@example.com\nFinal-Recipient: rfc822; " + address + "\nAction: failed\nStatus: 5.1.1\n" +
		"Remote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n\n" +
		"--b\nContent-Type: text/rfc822-headers\n\n" +
		"Authentication-Results: mx.example.com; spf=fail smtp.mailfrom=example.org; dkim=none\n" +
		"From: sender@example.org\nSubject: Minutes\nMessage-ID: <7@example.org>\n\n--b--\n"
}

// refusalOf returns a bounce whose recipient was refused with a reply and a
// status.
func refusalOf(address, status, reply string) string {
	return strings.NewReplacer("5.1.1\nRemote", status+"\nRemote", "550 5.1.1 no such user", reply).Replace(bounceOf(address))
}

const mboxLine = "From MAILER-DAEMON Tue Mar  5 10:00:00 2024\n"

// explain runs the command and returns what it printed.
func explain(t *testing.T, stdin string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	var out, errs bytes.Buffer
	exit = run(args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), exit
}

// golden compares what the command printed with the file of that name in
// testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if it should, run go test ./examples/explain -update. Got\n%s\nwant\n%s", path, got, want)
	}
}

// write puts files into a new folder: names and contents by turns.
func write(t *testing.T, files ...string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(folder, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// line is what the tests look at in a line of -json.
type line struct {
	File       string
	Kind       string
	Recipients []struct{ Address, Reason string }
}

// decode decodes the output of -json.
func decode[T any](t *testing.T, out string) (all []T) {
	t.Helper()
	for s := range strings.Lines(out) {
		var l T
		if err := json.Unmarshal([]byte(s), &l); err != nil {
			t.Fatalf("%v in %q", err, s)
		}
		all = append(all, l)
	}
	return all
}

// addresses returns the recipients that -json printed, in order.
func addresses(t *testing.T, out string) (all []string) {
	for _, l := range decode[line](t, out) {
		for _, r := range l.Recipients {
			all = append(all, strings.TrimSuffix(r.Address, "@example.com"))
		}
	}
	return all
}

// TestReadError tells of an input that breaks.
func TestReadError(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, args := range [][]string{nil, {"-responses"}, {"-events"}} {
		var out, errs bytes.Buffer
		if exit := run(args, iotest.ErrReader(broken), &out, &errs); exit != 1 || !strings.Contains(errs.String(), broken.Error()) {
			t.Errorf("%v: exit %d, %q", args, exit, errs.String())
		}
	}
	var out, errs bytes.Buffer
	box := io.MultiReader(strings.NewReader(mboxLine+bounceOf("alice@example.com")+"\n"+mboxLine+bounceOf("bob@example.com")), iotest.ErrReader(broken))
	exit := run([]string{"-json"}, box, &out, &errs)
	if got := addresses(t, out.String()); exit != 1 || !slices.Equal(got, []string{"alice", "bob"}) || !strings.Contains(errs.String(), broken.Error()) {
		t.Errorf("an mbox that breaks: exit %d, %v, %q", exit, got, errs.String())
	}
}

// A fullDisk takes room bytes at most.
type fullDisk struct{ room int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.room -= len(p); d.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	box := strings.Repeat(mboxLine+bounceOf("a@example.com")+"\n", 300)
	for _, tt := range []struct {
		room int
		args []string
	}{{0, nil}, {0, []string{"-json"}}, {10_000, nil}, {10_000, []string{"-json"}}, {0, []string{"-summary"}}, {0, []string{"-advice", "5.1.1"}}} {
		var errs bytes.Buffer
		if exit := run(tt.args, strings.NewReader(box), &fullDisk{tt.room}, &errs); exit != 1 || strings.Count(errs.String(), "no space left") != 1 {
			t.Errorf("%v, %d bytes: exit %d, %q", tt.args, tt.room, exit, errs.String())
		}
	}
}

// TestNotMarshalable is never silent about what JSON cannot hold.
func TestNotMarshalable(t *testing.T) {
	e := &explainer{options: &options{json: true, lang: languages[0]}}
	odd := time.Date(2024, 1, 1, 0, 0, 0, 0, time.FixedZone("", 30*60*60))
	var out bytes.Buffer
	if err := e.print(&out, "a.eml", message{"a.eml", &ndr.Report{Original: ndr.Original{Date: odd}}}); err == nil {
		t.Error("a date that is none in JSON gives no error")
	}
	if err := e.print(&out, "a", rowsOf{1, math.NaN(), 2}); err == nil || out.String() != "1\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

// rowsOf are rows of -json that no finding gives.
type rowsOf []any

func (r rowsOf) text(*page)       {}
func (r rowsOf) rows(*page) []any { return r }
