package ndr_test

import "testing"

// quietOfEach bounds how many messages of a family TestQuiet writes.
const quietOfEach = 28

// TestQuiet reads ordinary messages that speak of delivery, failure or
// addresses, by the templates in ../testdata/letters/quiet.txtar. None is a
// report of failure, delay or success.
func TestQuiet(t *testing.T) {
	all := families(t, "quiet.txtar", quietOfEach)
	if len(all) < 300 {
		t.Errorf("%d messages, want at least 300", len(all))
	}
	for _, s := range all {
		s.run(t)
	}
}
