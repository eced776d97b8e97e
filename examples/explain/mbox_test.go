package main

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// messagesOf returns what stands in the messages of an mbox.
func messagesOf(t *testing.T, r io.Reader) (all []string) {
	t.Helper()
	s := &source{yield: func(batch []item) {
		for _, it := range batch {
			data, err := io.ReadAll(it.content)
			if err != nil || it.err != nil {
				t.Errorf("%s: %v, %v", it.name, err, it.err)
			}
			all = append(all, string(data))
		}
	}}
	s.mbox("box", r)
	s.flush()
	return all
}

// TestMboxBlocks finds the same messages wherever a block or a read ends.
func TestMboxBlocks(t *testing.T) {
	for size := mboxBlock - 3*len(mboxLine); size < mboxBlock+len(mboxLine); size++ {
		want := []string{
			mboxLine + "Subject: 1\n\n" + strings.Repeat("x", size-len(mboxLine+"Subject: 1\n\n")-2) + "\n\n",
			mboxLine + "Subject: 2\n\nFrom here on\n \n",
			mboxLine + strings.Repeat("y\n", size) + "\n",
			mboxLine,
		}
		got := messagesOf(t, strings.NewReader(strings.Join(want, "")))
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Fatalf("a message of %d bytes: got %d messages", size, len(got))
		}
	}
	want := []string{mboxLine + "Subject: 1\n\n", mboxLine + "\r\n", mboxLine + "Subject: 3\n\n \t\n", mboxLine + "\n", "From nobody Tue Mar  5 10:00"}
	for _, r := range []io.Reader{iotest.OneByteReader(strings.NewReader(strings.Join(want, ""))), iotest.DataErrReader(strings.NewReader(strings.Join(want, "")))} {
		if got := messagesOf(t, r); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("got %q", got)
		}
	}
}

// TestMboxMessageLimit keeps a message of the greatest length, and cuts one that
// is a byte longer.
func TestMboxMessageLimit(t *testing.T) {
	for _, n := range []int{maxMboxMessage, maxMboxMessage + 1} {
		first := mboxLine + strings.Repeat("x", n-len(mboxLine)-2) + "\n\n"
		s := &source{yield: func(batch []item) {
			for _, it := range batch {
				size, err := io.Copy(io.Discard, it.content)
				if isFirst := it.name == "box:1"; err != nil || isFirst && size != maxMboxMessage || (it.err != nil) != (isFirst && n > maxMboxMessage) {
					t.Errorf("%d bytes: %s: %d bytes, %v, %v", n, it.name, size, err, it.err)
				}
			}
		}}
		if s.mbox("box", strings.NewReader(first+mboxLine+"Subject: 2\n\n")); s.added != 2 {
			t.Errorf("%d bytes: %d messages", n, s.added)
		}
		s.flush()
	}
}

// TestNoWait explains what has come before it reads on.
func TestNoWait(t *testing.T) {
	for _, tt := range []struct {
		args    []string
		written string
	}{
		{[]string{"-json", "-responses"}, "550 5.1.1 no such user\n452 4.2"},
		{[]string{"-json"}, mboxLine + bounceOf("a@example.com") + "\n" + mboxLine},
	} {
		in, stdin := io.Pipe()
		stdout, out := io.Pipe()
		exit := make(chan int)
		go func() {
			exit <- run(tt.args, in, out, io.Discard)
			out.Close()
		}()
		if _, err := io.WriteString(stdin, tt.written); err != nil {
			t.Fatal(err)
		}
		first := make([]byte, 1)
		if _, err := io.ReadFull(stdout, first); err != nil { // waits forever for what is held back
			t.Fatal(err)
		}
		stdin.Close()
		go io.Copy(io.Discard, stdout)
		if got := <-exit; got != 0 {
			t.Errorf("%v: exit %d", tt.args, got)
		}
	}
}
