package lex

import "strings"

// attemptKeys stand before the host in what a server says of its last attempt:
// Exchange and Microsoft 365 write "[{LED=...};{FQDN=mx.example.com};{IP=...}]" and
// "[LastAttemptedServerName=mx.example.com]", Cloudflare "upstream (mx.example.com)".
// A name comes before an address.
var attemptKeys = []string{"{FQDN=", "[LastAttemptedServerName=", "{IP=", "[LastAttemptedIP=", " upstream ("}

// AttemptedHosts returns the hosts that a response says were last tried.
func AttemptedHosts(response string) (hosts []string) {
	for _, key := range attemptKeys {
		if host := ValueAfter(response, key); IsHost(host) {
			hosts = append(hosts, host)
		}
	}
	return hosts
}

// ValueAfter returns what stands after key in s, up to the bracket that ends it,
// "" where key stands nowhere.
func ValueAfter(s, key string) string {
	_, rest, _ := strings.Cut(s, key)
	if end := strings.IndexAny(rest, "]});"); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimSpace(rest)
}
