//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
)

// TestPipe reads what a shell passes as the name of a pipe: explain <(zcat a.eml.gz).
func TestPipe(t *testing.T) {
	for _, content := range []string{bounceOf("a@example.com"), packed(t, mboxLine+bounceOf("a@example.com"))} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			io.WriteString(w, content)
			w.Close()
		}()
		out, errs, exit := explain(t, "", "-json", fmt.Sprintf("/dev/fd/%d", r.Fd()))
		if got := addresses(t, out); exit != 0 || errs != "" || !slices.Equal(got, []string{"a"}) {
			t.Errorf("exit %d, %q, %q", exit, errs, got)
		}
		r.Close()
	}
}
