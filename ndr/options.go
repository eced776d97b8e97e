package ndr

import (
	"math"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
)

// Options bounds what [Parse] reads and keeps, so that no message can exhaust
// its reader, and how it may query DNS. Nil means the defaults. In each limit 0
// means the default and -1 none. Reaching a limit is recorded as a [Defect]; the
// rest of the answer is given.
type Options struct {
	// MaxBytes is how much of the input is read. Default: 256 MiB.
	MaxBytes int64
	// MaxHeader is how many bytes of one header are kept. Default: 256 KiB.
	MaxHeader int
	// MaxParts is how many MIME parts are kept. Default: 250.
	MaxParts int
	// MaxDepth is how deep multiparts may stand in each other. Default: 20.
	MaxDepth int
	// MaxRecipients is how many recipients are reported. Default: 5000. At most
	// 10,000 are read from free text.
	MaxRecipients int
	// MaxText is how many bytes of text are kept: the human-readable and the
	// machine-readable parts together. Default: 512 KiB.
	MaxText int
	// Rules are tried before the tables of package codes. Nil means none.
	Rules *codes.Rules
	// LookupTXT gives the TXT records of a domain, as [net.LookupTXT] does. With
	// it, Parse verifies the DKIM signatures of the returned message (RFC 6376)
	// while it reads: see [Original.Signatures]. It is asked for the keys that
	// the signatures name, at most five, one after the other and each once, on a
	// goroutine of its own, for which Parse waits. An error that
	// [net.Error] calls temporary makes a signature one that may be verified
	// later. Nil means that nothing is verified, and nothing asked.
	LookupTXT func(domain string) ([]string, error)
}

// withDefaults returns a copy of o in which every limit is the one to use.
func (o *Options) withDefaults() Options {
	var c Options
	if o != nil {
		c = *o
	}
	c.MaxBytes = limit(c.MaxBytes, lex.DefaultMaxBytes)
	c.MaxHeader = limit(c.MaxHeader, lex.DefaultMaxHeader)
	c.MaxParts = limit(c.MaxParts, lex.DefaultMaxParts)
	c.MaxDepth = limit(c.MaxDepth, lex.DefaultMaxDepth)
	c.MaxRecipients = limit(c.MaxRecipients, lex.DefaultMaxRecipients)
	c.MaxText = limit(c.MaxText, lex.DefaultMaxText)
	return c
}

// limit returns the limit that n asks for.
func limit[T int | int64](n, def T) T {
	switch {
	case n == 0:
		return def
	case n < 0:
		return math.MaxInt
	}
	return n
}

func (o *Options) mime() mime.Limits {
	return mime.Limits{Bytes: o.MaxBytes, Header: o.MaxHeader, Parts: o.MaxParts, Depth: o.MaxDepth, Body: o.MaxText}
}
