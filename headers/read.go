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
func ReadAuth(h *Header) []Result {
	var results []Result
	read := 0
	for i := range h.fields {
		name, ok := authField(h.name(i))
		if !ok {
			continue
		}
		if read++; read > maxFields || len(results) >= maxResults {
			break
		}
		start := len(results)
		results = appendField(results, name, h.value(i))
		for j := range results[start:] {
			r := &results[start+j]
			r.Header, r.Position = name, i
		}
	}
	if len(results) > maxResults {
		results = results[:maxResults]
	}
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
	if !hasSuffixFold(name, receivedSPF) && !containsFold(name, "authentication-results") {
		return "", false
	}
	for _, standard := range authFields {
		if strings.EqualFold(name, standard) {
			return standard, true
		}
	}
	return blank(name, maxName), true
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

func appendField(results []Result, name, value string) []Result {
	if !strings.HasSuffix(name, receivedSPF) {
		return append(results, ParseAuthResults(value).Results...)
	}
	if r, ok := ParseReceivedSPF(value); ok {
		return append(results, r)
	}
	return results
}
