package headers

import "strings"

// ReadAuth returns every authentication result of the header, in its order:
// of Authentication-Results, of the fields that carry a copy of it under
// another name (ARC-Authentication-Results, Authentication-Results-Original,
// X-MS-Exchange-Authentication-Results and all others whose name contains
// Authentication-Results), and of Received-SPF. It works out the cause of each
// failure from all of them together and the rest of the header; see
// [Explain]. At most 200 fields are read, of each 64 KiB, and at most 1000
// results are returned.
//
// trusted are the authserv-ids (RFC 8601, section 2.5) of the reader's own
// servers, such as "mx.example.com"; "" stands for a server that writes none,
// as Microsoft's do. With them, the Trust of each result says whether it can be
// believed, for a message that the reader's own servers delivered. This
// takes servers that remove fields of their own name from what they receive
// (RFC 8601, section 5), or check every message: below a field of theirs, a
// Received field or a repeated method gives a forged one away, but where they
// wrote nothing, a forged field is alone and looks like theirs (section 7.1).
// Authentication-Results alone is trusted. Nothing in the header of a returned
// message can be, whatever it names.
func ReadAuth(h *Header, trusted ...string) []Result {
	var results []Result
	zone := trustZone{header: h, trusted: trusted, start: -1}
	read := 0
	for i := range h.fields {
		name, ok := authField(h.name(i))
		if !ok {
			continue
		}
		if read++; read > maxFields || len(results) >= maxResults {
			break
		}
		var a AuthResults
		if !isReceivedSPF(name) {
			a = ParseAuthResults(h.value(i))
		} else if r, ok := ParseReceivedSPF(h.value(i)); ok {
			a.Results = []Result{r}
		}
		trust := zone.judge(i, name, a)
		for j := range a.Results {
			r := &a.Results[j]
			r.Header, r.Position, r.Trust = name, i, trust
		}
		results = append(results, a.Results...)
	}
	results = results[:min(len(results), maxResults)]
	Explain(results, h)
	return results
}

// authFields are the names of fields with authentication results, as their
// standards and systems write them.
var authFields = [...]string{
	"Authentication-Results",                            // RFC 8601
	"ARC-Authentication-Results",                        // RFC 8617
	"Received-SPF",                                      // RFC 7208
	"Authentication-Results-Original",                   // Microsoft 365
	"X-MS-Exchange-Authentication-Results",              // Exchange
	"X-MS-Exchange-Organization-Authentication-Results", // Exchange
	"X-Original-Authentication-Results",                 // Google Groups
	"X-Received-SPF",
}

// authField reports whether a field holds authentication results, and gives
// its name as its standard writes it.
func authField(name string) (string, bool) {
	if !isReceivedSPF(name) && !containsFold(name, "authentication-results") {
		return "", false
	}
	for _, standard := range authFields {
		if strings.EqualFold(name, standard) {
			return standard, true
		}
	}
	return blank(name, maxName), true
}
