// Command decide tells a mailing program what to do about bounces: one line for
// each failed recipient.
//
//	decide [-key file] [-domain domain] [file ...]
//
// Without a file it reads one message from standard input. An address is
// suppressed only for a report that is proven to be about a message of one's own:
// by a return path that was signed with the key in the file, see
// headers.VERPKey.Bind, or by a DKIM signature of the domain, whose key it asks
// DNS for.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"os"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

func main() {
	log.SetFlags(0)
	keyFile := flag.String("key", "", "`file` with the key that signs our return paths")
	domain := flag.String("domain", "", "our `domain`")
	flag.Parse()
	var ours ndr.Ours
	var opts ndr.Options
	if *keyFile != "" {
		key, err := os.ReadFile(*keyFile)
		if err != nil {
			log.Fatal(err)
		}
		ours.Keys = headers.VERPKeys{bytes.TrimSpace(key)}
	}
	if *domain != "" {
		ours.Domains, opts.LookupTXT = []string{*domain}, net.LookupTXT
	}
	if flag.NArg() == 0 {
		if err := decide(os.Stdout, os.Stdin, &ours, &opts); err != nil {
			log.Fatal(err)
		}
	}
	exit := 0
	for _, name := range flag.Args() {
		if err := decideFile(os.Stdout, name, &ours, &opts); err != nil {
			log.Print(err) // one bad message does not stop the rest
			exit = 1
		}
	}
	os.Exit(exit)
}

func decideFile(w io.Writer, name string, ours *ndr.Ours, opts *ndr.Options) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := decide(w, f, ours, opts); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// decide reads a message and writes what to do about it.
func decide(w io.Writer, r io.Reader, ours *ndr.Ours, opts *ndr.Options) error {
	report, err := ndr.Parse(r, opts)
	if err != nil {
		return err
	}
	failures, ok := errors.AsType[*ndr.ReportError](report.Err())
	if !ok {
		_, err := fmt.Fprintln(w, "nothing failed:", report.Kind)
		return err
	}
	trust := report.Trust(ours)
	for _, failure := range failures.Failures {
		what := action(failure)
		switch {
		case trust.Level == ndr.Forged:
			what = "ignore the report: " + trust.String()
		case failure.Recipient.Suppress && trust.Level != ndr.Proven:
			what = "keep the address: the report is " + trust.String()
		}
		if _, err := fmt.Fprintf(w, "%s: %s\n", failure.Recipient.Address, what); err != nil {
			return err
		}
	}
	return nil
}

// action says what to do about a failure to deliver that is true: one of a live
// session, or of a report that is proven.
func action(err error) string {
	failure, isDelivery := errors.AsType[*ndr.DeliveryError](err)
	auth, isAuth := errors.AsType[*headers.AuthError](err)
	switch {
	case !isDelivery:
		return "look at it: " + err.Error()
	case failure.Recipient.Suppress:
		return "suppress the address"
	case isAuth: // errors.Is(err, headers.ErrDMARC) and the like tell which
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
