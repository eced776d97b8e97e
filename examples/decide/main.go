// Command decide tells a mailing program what to do about bounces: one line for
// each failed recipient.
//
//	decide [file ...]
//
// Without a file it reads one message from standard input.
package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

func main() {
	log.SetFlags(0)
	files := []*os.File{os.Stdin}
	for i, name := range os.Args[1:] {
		f, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		files = append(files[:i], f)
	}
	for _, f := range files {
		if err := decide(os.Stdout, f); err != nil {
			log.Fatalf("%s: %v", f.Name(), err)
		}
	}
}

// decide reads a message and writes what to do about it.
func decide(w io.Writer, r io.Reader) error {
	report, err := ndr.Parse(r, nil)
	if err != nil {
		return err
	}
	var failures *ndr.ReportError
	if !errors.As(report.Err(), &failures) {
		fmt.Fprintln(w, "nothing failed:", report.Kind)
		return nil
	}
	for _, failure := range failures.Failures {
		fmt.Fprintf(w, "%s: %s\n", failure.Recipient.Address, action(failure))
	}
	return nil
}

// action says what to do about a failure to deliver.
func action(err error) string {
	var failure *ndr.DeliveryError
	var auth *headers.AuthError
	switch {
	case !errors.As(err, &failure):
		return "look at it: " + err.Error()
	case failure.Recipient.Suppress:
		return "suppress the address"
	case errors.As(err, &auth): // errors.Is(err, headers.ErrDMARC) and the like tell which
		return "alert the administrator of the sending domain: " + auth.Error()
	case errors.Is(err, codes.AuthFailed):
		return "alert the administrator of the sending domain: authentication failed"
	case errors.Is(err, ndr.ErrTemporary), errors.Is(err, codes.MailboxFull):
		return "retry later"
	case failure.Recipient.Owner == codes.OwnerRecipientAdmin:
		return "ask the recipient's administrator"
	}
	return "keep the address, and look at it: " + err.Error()
}
