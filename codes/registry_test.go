package codes

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestGenerated checks that the tables are what go generate makes of the data.
func TestGenerated(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "gen.go", "-out", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"status_table.go", "replies_table.go", "grammar_table.go"} {
		want, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the folder data says: run go generate ./codes", name)
		}
	}
}

// slowStatusEntry is the simple twin of [findStatusEntry]: it looks at every
// entry.
func slowStatusEntry(s Status, host string) *statusEntry {
	var best *statusEntry
	points := 0
	for _, entries := range statusTable {
		for i := range entries {
			e := &entries[i]
			if e.subject == s.subject && (e.host == "" || hostMatches(host, e.host)) && e.fit(s) > points {
				best, points = e, e.fit(s)
			}
		}
	}
	return best
}

func TestFindStatusEntryAgainstTwin(t *testing.T) {
	for _, host := range []string{"", "mx.google.com", "a.mail.protection.outlook.com"} {
		for class := uint16(4); class <= 5; class++ {
			for subject := range uint16(9) {
				for detail := range uint16(1000) {
					s := Status{class, subject, detail}
					if got, want := findStatusEntry(s, func(h string) bool { return hostMatches(host, h) }), slowStatusEntry(s, host); got != want {
						t.Fatalf("%v at %q: %v, want %v", s, host, got, want)
					}
				}
			}
		}
	}
	if findStatusEntry(Status{}, nil) != nil {
		t.Error("an entry for no status")
	}
}

func TestStatusRegistration(t *testing.T) {
	for _, tt := range []struct {
		status, code, source string
		reason               Reason
	}{
		{"5.1.1", "X.1.1", "RFC 3463", UserUnknown},
		{"4.2.2", "X.2.2", "RFC 3463", MailboxFull},
		{"5.7.26", "X.7.26", "RFC 7372", AuthFailed},
		{"5.7.28", "X.7.28", "", RateLimited},
		{"5.5.6", "5.5.6", "", ContentRejected},
		{"5.7.606", "5.7.606-649", "", IPBlocked},
		{"5.7.649", "5.7.606-649", "", IPBlocked},
		{"4.7.650", "4.7.500-699", "", IPBlocked},
		{"4.7.652", "4.7.652", "", RateLimited},
		{"5.4.316", "X.4.316", "", ConnectionFailed},
		{"5.7.870", "4.7.850-899", "", IPBlocked}, // after the retry time
		{"5.1.98", "X.1.0", "RFC 3463", UserUnknown},
		{"5.9.1", "", "", Unknown},
		{"", "", "", Unknown},
	} {
		s, _ := ParseStatus(tt.status)
		reg, ok := s.Registration()
		if ok != (tt.code != "") || reg.Code != tt.code || reg.Reason != tt.reason || tt.source != "" && reg.Source != tt.source || ok && reg.Title == "" {
			t.Errorf("%s: %+v, %v", tt.status, reg, ok)
		}
	}
}

// TestIANA checks that all codes of the registry are there.
func TestIANA(t *testing.T) {
	details := map[uint16][]uint16{0: {0}, 1: {10}, 2: {4}, 3: {6}, 4: {7}, 5: {6}, 6: {10}, 7: {30}}
	for subject, last := range details {
		for detail := uint16(0); detail <= last[0]; detail++ {
			s := Status{5, subject, detail}
			if e := findStatusEntry(s, nil); e == nil || e.lo != detail {
				t.Errorf("%v is missing", s)
			}
		}
	}
}

func TestReplyRegistration(t *testing.T) {
	for code, want := range map[Reply]Reason{
		421: SystemError, 452: SystemFull, 500: ProtocolError, 521: NotAcceptingMail, 530: AuthenticationRequired,
		552: MailboxFull, 556: NotAcceptingMail, 250: Unknown,
	} {
		if reg, ok := code.Registration(); !ok || reg.Reason != want || reg.Title == "" || reg.Source == "" {
			t.Errorf("%v: %+v, %v", code, reg, ok)
		}
	}
	if _, ok := Reply(599).Registration(); ok {
		t.Error("599 is registered")
	}
}
