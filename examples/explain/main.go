// Command explain tells what bounces say: what happened to whom, who must act,
// what to do, and what the authentication results say.
//
//	explain [-json] [-lang en|it|sv] [-summary] [path ...]
//	explain -responses [-json] [-lang en|it|sv] [path ...]
//	explain -events [-json] [-lang en|it|sv] [path ...]
//
// A path is a message, an mbox file, a Maildir or a folder of messages;
// without one, standard input is read. With -responses the input holds bare
// SMTP replies, one a line; with -events each file is the body that a webhook
// of a mail provider posted. A path that cannot be read is named on standard
// error, the others are explained all the same, and the exit status is 1.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with its surroundings, so that tests can call it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (exit int) {
	flags := flag.NewFlagSet("explain", flag.ContinueOnError)
	flags.SetOutput(stderr)
	asJSON := flags.Bool("json", false, "print one JSON object a line")
	lang := flags.String("lang", "en", "`language` of the explanation: en, it or sv")
	summary := flags.Bool("summary", false, "count kinds, reasons and owners instead of explaining each message")
	responses := flags.Bool("responses", false, "read bare SMTP replies, one a line")
	events := flags.Bool("events", false, "read what webhooks of mail providers posted, one body a file")
	if err := flags.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return 0
		}
		return 2
	}
	if *summary && (*asJSON || *responses || *events) {
		fmt.Fprintln(stderr, "explain: -summary goes with none of -json, -responses and -events")
		return 2
	}
	if *responses && *events {
		fmt.Fprintln(stderr, "explain: -responses and -events exclude each other")
		return 2
	}
	tag, err := language.Parse(*lang)
	if err != nil {
		fmt.Fprintf(stderr, "explain: -lang %s: %v\n", *lang, err)
		return 2
	}

	out := bufio.NewWriter(stdout)
	var printer printer
	switch {
	case *responses:
		printer = &replyPrinter{w: out, json: *asJSON, lang: tag}
	case *summary:
		printer = &summaryPrinter{w: out}
	case *asJSON:
		printer = &jsonPrinter{w: out}
	default:
		printer = &textPrinter{w: out, lang: tag}
	}
	sources := source{stdin: stdin, paths: flags.Args(), lines: *responses, bodies: *events}
	var failed bool
	if *events {
		failed = explainEvents(sources, &eventPrinter{textPrinter{w: out, lang: tag}, *asJSON}, stderr)
	} else {
		failed = process(sources, printer, stderr)
		printer.finish()
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintf(stderr, "explain: %v\n", err)
		return 1
	}
	if failed {
		return 1
	}
	return 0
}
