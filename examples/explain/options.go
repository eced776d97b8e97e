package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/text/language"
)

// A mode says what the items of the input are.
type mode int

const (
	messages  mode = iota
	responses      // one a line
	events         // one body a file
)

// options are what the command line asks for.
type options struct {
	mode          mode
	json, summary bool
	advice, host  string
	lang          language.Tag
	paths         []string
}

const usage = `usage: explain [-json | -summary] [-lang en|it|sv|de|fr|es|ja] [path ...]
       explain -responses [-json | -summary] [-lang en|it|sv|de|fr|es|ja] [path ...]
       explain -events [-json | -summary] [-lang en|it|sv|de|fr|es|ja] [path ...]
       explain -advice CODE|list [-host HOST] [-json] [-lang en|it|sv|de|fr|es|ja]

A path is a message, an mbox file, a Maildir or a folder, also packed by gzip;
"-" or no path is standard input.

`

// readOptions reads the command line. A flag may stand behind a path, and after
// "--" everything is a path. What is wrong is told to p and left out. The result
// is nil where nothing is to be done: after -h, and where each of several
// flags asks for something else.
func readOptions(args []string, p *problems) *options {
	o := &options{}
	flags := flag.NewFlagSet("explain", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&o.json, "json", false, "print one JSON object a line")
	flags.BoolVar(&o.summary, "summary", false, "draw one chart instead of explaining each")
	flags.StringVar(&o.advice, "advice", "", "look up a `code`, the name of a reason, or words of a reply; \"list\" lists codes and reasons")
	flags.StringVar(&o.host, "host", "", "with -advice: the `server` that gave the code")
	lang := flags.String("lang", "en", "`language` of the explanation: en, it, sv, de, fr, es or ja; an answer\nthat the last four have no text for is given in English")
	asResponses := flags.Bool("responses", false, "read SMTP replies or log lines, one a line")
	asEvents := flags.Bool("events", false, "read what webhooks of mail providers posted, one body a file")
	for len(args) > 0 {
		err := flags.Parse(args)
		rest := flags.Args()
		switch {
		case errors.Is(err, flag.ErrHelp):
			fmt.Fprint(p.w, usage)
			flags.SetOutput(p.w)
			flags.PrintDefaults()
			return nil
		case err != nil:
			p.add("the command line", fmt.Errorf("%w; see explain -h", err))
		case len(rest) < len(args) && args[len(args)-len(rest)-1] == "--":
			o.paths, rest = append(o.paths, rest...), nil
		case len(rest) > 0:
			o.paths, rest = append(o.paths, rest[0]), rest[1:]
		}
		args = rest
	}
	switch {
	case *asResponses:
		o.mode = responses
	case *asEvents:
		o.mode = events
	}
	o.lang = readLanguage(*lang, p)
	if err := o.check(*asResponses && *asEvents); err != nil {
		p.add("the command line", err)
		return nil
	}
	return o
}

// check returns an error for flags and paths that exclude each other.
func (o *options) check(twoModes bool) error {
	switch {
	case twoModes:
		return errors.New("-responses and -events exclude each other")
	case o.summary && o.json:
		return errors.New("-summary and -json exclude each other")
	case o.advice != "" && (o.mode != messages || o.summary || len(o.paths) > 0):
		return errors.New("-advice reads no input: it goes with -host, -json and -lang alone")
	case o.host != "" && o.advice == "":
		return errors.New("-host goes with -advice alone")
	}
	return nil
}

// readLanguage returns the language that is called name, and English, with a word
// to p, where there are no texts in that language.
func readLanguage(name string, p *problems) language.Tag {
	tag, err := language.Parse(name)
	base, _ := tag.Base()
	for _, l := range languages {
		if b, _ := l.Base(); err == nil && b == base {
			return l
		}
	}
	p.add("-lang "+name, fmt.Errorf("there are no texts in this language, only in %s; English is used", strings.Trim(fmt.Sprint(languages), "[]")))
	return languages[0]
}

// problems tell on standard error what went wrong, one a line.
type problems struct {
	w     io.Writer
	count int
}

// A problem is what is wrong with what.
type problem struct {
	what string
	err  error
}

// add says what is wrong with what.
func (p *problems) add(what string, err error) {
	p.count++
	fmt.Fprintf(p.w, "explain: %s: %s\n", printable(what), printable(cause(err).Error()))
}

// cause takes the path off an error that names it: it stands before already.
func cause(err error) error {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err
	}
	return err
}

// exit returns the exit status.
func (p *problems) exit() int { return min(p.count, 1) }
