// Command explain tells what bounces say: what happened to whom, who must act,
// and what to do.
//
//	explain [-json | -summary] [-lang en|it|sv|de|fr|es|ja] [path ...]
//	explain -responses [-json | -summary] [-lang en|it|sv|de|fr|es|ja] [path ...]
//	explain -events [-json | -summary] [-lang en|it|sv|de|fr|es|ja] [path ...]
//	explain -advice CODE [-host HOST] [-json] [-lang en|it|sv|de|fr|es|ja]
//
// A path is a message, an mbox file, a Maildir or a folder of messages; "-", or
// no path at all, is standard input. What gzip packed is unpacked. With
// -responses the input holds SMTP replies or lines of a mail log, one a line;
// with -events each file is the body that a webhook of a mail provider posted.
// -advice looks up an enhanced status code, a reply code, the name of a reason,
// or words of a reply; "-advice list" lists codes and reasons.
//
// The text is for two readers. Its first lines tell whoever sent the message
// what happened, who must act and what to do; the postmaster reads on. With
// -json each message, reply or event is one line, with -summary all of them are
// one chart. An answer is in one language: one that -lang has no texts for is in
// English as a whole.
//
// What is wrong (a path, a flag, a language, a message that cannot be read) is
// named on standard error, the rest is explained all the same, and the exit
// status is 1.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

func main() {
	debug.SetGCPercent(200) // much garbage beside little memory in use: collect it half as often
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with its surroundings, so that tests can call it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (exit int) {
	problems := &problems{w: stderr}
	o := readOptions(args, problems)
	switch {
	case o == nil:
		return problems.exit()
	case len(o.paths) == 0 && o.advice == "" && isTerminal(stdin):
		if problems.count > 0 {
			return problems.exit()
		}
		fmt.Fprintln(stderr, "explain: reading from the terminal; end with Ctrl-D, or see explain -h")
	}
	e := &explainer{options: o, out: stdout, problems: problems, bold: isColourful(stdout)}
	var err error
	if o.advice != "" {
		err = e.lookUp()
	} else {
		e.progress = newProgress(stdout, stderr, o.summary)
		err = e.all(&source{stdin: stdin, paths: o.paths, mode: o.mode})
	}
	if err != nil {
		problems.add("what was found cannot be written", err)
	}
	return problems.exit()
}
