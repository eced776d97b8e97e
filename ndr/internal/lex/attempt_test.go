package lex

import (
	"slices"
	"testing"
)

func TestAttemptedHosts(t *testing.T) {
	for response, want := range map[string][]string{
		"550 no [{LED=450 x};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1};{LRT=}]":     {"mx.example.com", "192.0.2.1"},
		"450 no [LastAttemptedIP=192.0.2.1] [LastAttemptedServerName=mx.example.com]": {"mx.example.com", "192.0.2.1"},
		"550 5.1.1 the upstream (mx.example.com) refused":                             {"mx.example.com"},
		"550 no [{FQDN=mx.example.com":                                                {"mx.example.com"},
		"550 no [{FQDN=SERVER01};{IP=}]":                                              nil,
		"550 no":                                                                      nil,
	} {
		if got := AttemptedHosts(response); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", response, got, want)
		}
	}
}
