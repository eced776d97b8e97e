package ndr

import "testing"

func TestAutomatic(t *testing.T) {
	letter := func(fields string) string {
		return "From: Alice <alice@example.com>\nTo: help@example.org\nSubject: Lunch\n" + fields + "\nSee you at noon.\n"
	}
	tests := []struct {
		name, message, field string
		automatic            bool
	}{
		{"a letter", letter("User-Agent: Mozilla Thunderbird\n"), "", false},
		{"a letter that quotes a report", letter("User-Agent: Mozilla Thunderbird\n") + "\n" + quoteReport, "", false},
		{"a report, by its return path", "Return-Path: <>\n" + wholeReport, "Return-Path", true},
		{"a report, by its sender", wholeReport, "From", true},
		{"a responder", letter("Auto-Submitted: auto-replied\n"), "Auto-Submitted", true},
		{"a list", letter("List-Id: <lunch.example.com>\n"), "List-Id", true},
		{"no field says it, but the author", "From: Mail Delivery Subsystem <postmaster@mx.example.net>\nSubject: Returned mail\n\n" +
			"The following message could not be delivered:\n\n<bob@example.com>: 550 5.1.1 no such user\n", "", true},
	}
	for _, tt := range tests {
		field, automatic := reportOf(t, tt.message).Automatic()
		if field != tt.field || automatic != tt.automatic {
			t.Errorf("%s: got %q, %v, want %q, %v", tt.name, field, automatic, tt.field, tt.automatic)
		}
	}
}

const quoteReport = "> Your message could not be delivered:\n> <bob@example.com>: 550 5.1.1 no such user\n"

func TestReportIdentity(t *testing.T) {
	rep := reportOf(t, "Message-ID: <report@mx.example.net>\nDate: Mon, 6 Jul 2026 10:00:00 +0200\n"+wholeReport)
	if rep.MessageID != "report@mx.example.net" || rep.Date.Unix() != 1783324800 {
		t.Errorf("got %q, %v", rep.MessageID, rep.Date)
	}
	if rep := reportOf(t, wholeReport); rep.MessageID != "" || !rep.Date.IsZero() {
		t.Errorf("without fields: got %q, %v", rep.MessageID, rep.Date)
	}
}
