package headers

import (
	"strings"

	"github.com/emersion/go-message/textproto"
)

const (
	authenticationResults    = "Authentication-Results"
	arcAuthenticationResults = "ARC-Authentication-Results"
)

// standardNames are the field names that [net/textproto] capitalises otherwise
// than their standards do.
var standardNames = map[string]string{
	"Arc-Authentication-Results":                        arcAuthenticationResults,
	"Received-Spf":                                      receivedSPF,
	"X-Received-Spf":                                    "X-Received-SPF",
	"X-Ms-Exchange-Authentication-Results":              "X-MS-Exchange-Authentication-Results",
	"X-Ms-Exchange-Organization-Authentication-Results": "X-MS-Exchange-Organization-Authentication-Results",
}

// ReadAuth returns every authentication result of the header, in its order:
// of Authentication-Results, of the fields that carry a copy of it under
// another name (ARC-Authentication-Results, Authentication-Results-Original,
// X-MS-Exchange-Authentication-Results and all others whose name contains
// Authentication-Results), and of Received-SPF. It works out the cause of each
// failure from all of them together and the rest of the header; see
// [Explain]. At most 200 fields are read, of each 64 KiB, and at most 1000
// results are returned.
func ReadAuth(h *textproto.Header) []Result {
	var results []Result
	read := 0
	for fields, i := h.Fields(), 0; fields.Next(); i++ {
		name, ok := authField(fields.Key())
		if !ok {
			continue
		}
		if read++; read > maxFields || len(results) >= maxResults {
			break
		}
		start := len(results)
		results = appendField(results, name, fields.Value())
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

// authField reports whether the field holds authentication results, and gives
// its standard name.
func authField(key string) (name string, ok bool) {
	if !strings.Contains(key, authenticationResults) && !strings.HasSuffix(key, "Received-Spf") {
		return "", false
	}
	if name, ok := standardNames[key]; ok {
		return name, true
	}
	return blank(key, maxName), true
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
