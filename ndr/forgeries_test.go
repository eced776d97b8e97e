package ndr_test

import "testing"

// forgeriesOfEach bounds how many messages of a family TestForgeries writes.
const forgeriesOfEach = 40

// TestForgeries reads messages that try to condemn a good address, or to hide a
// dead one. Each family of ../testdata/letters/forgeries.txtar says what may be
// made of it; nobody else is suppressed.
func TestForgeries(t *testing.T) {
	all := families(t, "forgeries.txtar", forgeriesOfEach)
	if len(all) < 300 {
		t.Errorf("%d forgeries, want at least 300", len(all))
	}
	for _, s := range all {
		s.run(t)
	}
}
