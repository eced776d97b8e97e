package main

import (
	"cmp"
	"encoding/csv"
	"regexp"
	"strings"
	"sync"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/headers"
	"example.com/ndr/ndr"
)

// An outcome of a delivery, as a log line tells it.
type deliveryOutcome int

const (
	untold deliveryOutcome = iota
	accepted
	deferred // it will be tried again
	refused
)

// A logLine is what a line of a mail log says of one delivery.
type logLine struct {
	reply   string // what the server, or the log, says; all of a line of no known log
	attempt ndr.Attempt
	status  codes.Status // of a field of its own
	outcome deliveryOutcome
}

// A logFormat is how one kind of line is written. The groups of the expression
// are named for what they hold: to and from, host, status, outcome, stage,
// and reply or, where there is none, stat.
type logFormat struct {
	// mark stands in every such line and is looked for first, since that is fast.
	// It is "" where the expression itself is fast, being tied to the beginning.
	mark string
	line *regexp.Regexp
	// outcome is the outcome of every such line, untold where the line itself tells.
	outcome deliveryOutcome
}

// eximEntry begins a delivery in Exim's main log: time, zone, process and
// message, each perhaps in syslog's own line.
const eximEntry = `\d\d:\d\d:\d\d(?:\.\d+)? (?:[+-]\d{4} )?(?:\[\d+\] )?\w{6,}-\w{6,}-\w{2,4} `

// logFormats are the formats of whole lines, compiled at first use: most runs read
// no log. The first that fits is read.
var logFormats = sync.OnceValue(func() []logFormat {
	return []logFormat{
		// Postfix, a delivery by any of its agents. Source: src/global/log_adhoc.c.
		{"status=", regexp.MustCompile(`(?:^|\s)to=<(?P<to>[^>]*)>,(?:.*? relay=(?P<host>[^\s,\[]+))?.*?(?: dsn=(?P<status>[\d.]+),)? status=(?P<outcome>sent|deferred|SOFTBOUNCE|bounced|undeliverable|deliverable) \((?P<reply>.*)\)$`), untold},
		// Postfix, smtpd or a milter refuses a client. Source: src/smtpd/smtpd_check.c.
		{"reject: ", regexp.MustCompile(`(?:^|\s)(?:milter-)?reject: (?P<stage>[A-Z-]+) from \S+: (?P<reply>\d{3} .*?);(?: from=<(?P<from>[^>]*)>)?(?: to=<(?P<to>[^>]*)>)?(?: proto=|$)`), refused},
		// Sendmail. Source: its operations guide, "System log".
		{"stat=", regexp.MustCompile(`(?:^|\s)to=(?P<to>\S+),(?:.*? relay=(?P<host>[^\s,\[]+))?.*?(?: dsn=(?P<status>[\d.]+),)?(?: reply=(?P<reply>.*?),)? stat=(?P<stat>(?P<outcome>Sent|Deferred|queued|).*)$`), untold},
		// Exim, deliveries. Source: its specification, "Log files".
		{"> ", regexp.MustCompile(eximEntry + `(?P<outcome>=>|->|>>) (?P<to>[^\s<>:]+)(?:.*? H=(?P<host>[^\s\[]+))?(?:.* C="(?P<reply>[^"]*)")?`), untold},
		// Exim, failures and what is put off. An alias has its address behind it.
		{": ", regexp.MustCompile(eximEntry + `(?P<outcome>\*\*|==) (?:\S+ <)?(?P<to>[^\s<>:]+)[> ]?(?:.*? H=(?P<host>[^\s\[]+))?.*?: (?P<reply>.*)$`), untold},
		// Exim refuses a client.
		{"rejected ", regexp.MustCompile(`\bH=.*?(?: F=<(?P<from>[^>]*)>)? (?:temporarily )?rejected (?P<stage>RCPT|MAIL|EHLO|HELO) <?(?P<to>[^\s>]*)>?: (?P<reply>.*)$`), untold},
	}
})

// saidFormats are the formats of what a line gives as the reply: the words of
// another host in words of the log's own. Exim tells the stage and then the host.
var saidFormats = sync.OnceValue(func() []logFormat {
	return []logFormat{
		// Postfix.
		{"said: ", regexp.MustCompile(`(?:^|\()[Hh]ost (?P<host>[\w.:-]+)(?: ?\[[^\]]*\])?(?::\d+)? said: (?P<reply>.*)$`), untold},
		// Exim.
		{"", regexp.MustCompile(`^host (?P<host>[\w.-]+) \[[^\]]*\]: (?P<reply>\d{3}.*)$`), untold},
		{"", regexp.MustCompile(`^(?:SMTP|LMTP) error from remote mail(?:er| server) after (?P<stage>initial connection|[A-Za-z ]+).*?: (?P<reply>(?:host \S+ \[[^\]]*\]: )?\d{3}.*)$`), untold},
		// Postfix could not reach a host.
		{"", regexp.MustCompile(`^connect to (?P<host>[\w.-]+)\[[^\]]*\](?::\d+)?: (?P<reply>.*)$`), untold},
	}
})

// outcomes are the words by which logs tell what became of a delivery.
var outcomes = map[string]deliveryOutcome{
	"sent": accepted, "deliverable": accepted, "deferred": deferred, "SOFTBOUNCE": deferred, "bounced": refused, "undeliverable": refused, // Postfix
	"Sent": accepted, "queued": deferred, "Deferred": deferred, // Sendmail
	"=>": accepted, "->": accepted, ">>": accepted, "==": deferred, "**": refused, // Exim
	"DELIVER": accepted, "SEND": accepted, "DEFER": deferred, "FAIL": refused, "DSN": refused, "BADMAIL": refused, // Exchange
}

// stages are the names that logs give the stages of a session.
var stages = map[string]codes.Stage{
	"CONNECT": codes.StageConnect, "initial connection": codes.StageConnect,
	"EHLO": codes.StageHELO, "HELO": codes.StageHELO, "STARTTLS": codes.StageStartTLS, "AUTH": codes.StageAuth,
	"MAIL": codes.StageMail, "MAIL FROM": codes.StageMail, "RCPT": codes.StageRcpt, "RCPT TO": codes.StageRcpt,
	"DATA": codes.StageData, "END-OF-MESSAGE": codes.StageEndOfData, "end of data": codes.StageEndOfData,
}

// otherEntry is the beginning of a line of syslog (RFC 3164 or RFC 5424), of Exim's
// log, and of a comment in Exchange's.
var otherEntry = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:<\d+>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|#)`)
})

// readLogLine reads a line of a mail log. A line of no known log is a reply;
// ok is false for an entry of a log that tells of no delivery.
func readLogLine(line string) (l logLine, ok bool) {
	l.reply = line
	if l.readTracking() {
		return l, true
	}
	ok = l.read(logFormats())
	for range 2 {
		ok = l.read(saidFormats()) || ok
	}
	if !ok && otherEntry().MatchString(line) {
		r := codes.ParseResponse(line)
		return l, r.Reply.IsValid() || r.Status.IsValid()
	}
	return l, true
}

// read reads the reply of l as the first of formats that it is written in, and
// reports whether there is one.
func (l *logLine) read(formats []logFormat) bool {
	for _, f := range formats {
		if !strings.Contains(l.reply, f.mark) {
			continue
		}
		m := f.line.FindStringSubmatch(l.reply)
		if m == nil {
			continue
		}
		l.reply, l.outcome = "", cmp.Or(f.outcome, l.outcome)
		for i, name := range f.line.SubexpNames() {
			l.set(name, m[i])
		}
		return true
	}
	return false
}

// set takes what a line tells by the name of its group; what is told last is told of
// the host that gave the reply.
func (l *logLine) set(name, value string) {
	switch name {
	case "reply", "stat":
		l.reply = cmp.Or(l.reply, value)
	case "host":
		if host, ok := headers.ParseHost(value); ok && strings.ContainsAny(host, ".:") {
			l.attempt.Host = host
		}
	case "to":
		if one := strings.Trim(value, "<>"); !strings.Contains(one, ",") {
			l.attempt.Recipient = cmp.Or(one, l.attempt.Recipient)
		}
	case "from":
		l.attempt.Sender = cmp.Or(value, l.attempt.Sender)
	case "stage":
		l.attempt.Stage = cmp.Or(stages[value], l.attempt.Stage)
	case "status":
		if st, err := codes.ParseStatus(value); err == nil {
			l.status = st
		}
	case "outcome":
		l.outcome = cmp.Or(outcomes[value], l.outcome)
	}
}

// The columns of Exchange's message tracking log. Source:
// https://learn.microsoft.com/exchange/mail-flow/transport-logs/message-tracking
const (
	trackingEvent     = 8  // event-id
	trackingRecipient = 11 // recipient-address; one later since Exchange 2013
)

// readTracking reads a line of Exchange's message tracking log, and reports
// whether it is one. What the last error was ("LED") stands in braces, with the
// host that gave it, where another server refused.
func (l *logLine) readTracking() bool {
	date, _, _ := strings.Cut(l.reply, ",")
	if _, err := time.Parse(time.RFC3339, date); err != nil {
		return false
	}
	r := csv.NewReader(strings.NewReader(l.reply))
	r.LazyQuotes = true
	columns, err := r.Read()
	if err != nil || len(columns) < trackingRecipient+3 || outcomes[columns[trackingEvent]] == untold {
		return false
	}
	at := trackingRecipient
	if !strings.Contains(columns[at], "@") {
		at++
	}
	l.outcome = outcomes[columns[trackingEvent]]
	l.set("to", strings.ReplaceAll(columns[at], ";", ","))
	l.reply = strings.Trim(columns[at+1], "' ")
	if last, ok := inBraces(l.reply, "LED"); ok {
		host, _ := inBraces(l.reply, "FQDN")
		l.set("host", host)
		l.reply = last
	}
	return true
}

// inBraces returns what stands in s as "{name=value}".
func inBraces(s, name string) (value string, ok bool) {
	_, rest, _ := strings.Cut(s, "{"+name+"=")
	value, _, ok = strings.Cut(rest, "}")
	return value, ok
}
