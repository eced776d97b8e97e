package main

import (
	"reflect"
	"strings"
	"testing"

	"example.com/ndr/codes"
	"example.com/ndr/ndr"
)

// TestWords wants every text in every language, with the same places for what
// is put in.
func TestWords(t *testing.T) {
	for i, texts := range texts {
		w := texts()
		compareWords(t, languages[i].String(), reflect.ValueOf(*english()), reflect.ValueOf(*w))
		for _, label := range []string{w.who, w.todo, w.address, w.reason, w.reply, w.evidence, w.cause, w.link, w.recipient,
			w.reporter, w.message, w.author, w.auth, w.filter, w.damage, w.until, w.code, w.provider, w.several} {
			if n := columns(label); n == 0 || n > labelWidth {
				t.Errorf("%v: the label %q has %d columns", languages[i], label, n)
			}
		}
	}
}

// compareWords compares the texts of a language with the English ones.
func compareWords(t *testing.T, name string, en, v reflect.Value) {
	t.Helper()
	switch en.Kind() {
	case reflect.String:
		for _, verb := range []string{"%s", "%d"} {
			if strings.Count(v.String(), verb) != strings.Count(en.String(), verb) {
				t.Errorf("%s: %q has other verbs than %q", name, v, en)
			}
		}
		if v.String() == "" && en.String() != "" {
			t.Errorf("%s: no text for %q", name, en)
		}
	case reflect.Struct:
		for i := range en.NumField() {
			compareWords(t, name+"."+en.Type().Field(i).Name, en.Field(i), v.Field(i))
		}
	case reflect.Map:
		if en.Len() != v.Len() {
			t.Errorf("%s: %d texts, want %d", name, v.Len(), en.Len())
		}
		for _, key := range en.MapKeys() {
			if text := v.MapIndex(key); text.IsValid() {
				compareWords(t, name+"."+key.String(), en.MapIndex(key), text)
			} else {
				t.Errorf("%s: none for %q", name, key)
			}
		}
	}
}

// TestNamesInWords has words for whatever the library names.
func TestNamesInWords(t *testing.T) {
	for kind := ndr.Other; kind <= ndr.Challenge; kind++ {
		if english().kinds[kind.String()].headline == "" && kind != ndr.Failure || english().summary.kind[kind.String()] == "" {
			t.Errorf("no words for the kind %v", kind)
		}
	}
	for who := ndr.AuthorUnknown; who <= ndr.AuthorResponder; who++ {
		if english().authors[who.String()] == "" {
			t.Errorf("no words for the author %v", who)
		}
	}
	for o := codes.OwnerUnknown; o <= codes.OwnerNobody; o++ {
		if english().owners[o.String()] == "" {
			t.Errorf("no words for the owner %v", o)
		}
	}
	for k := codes.EvidenceNone; k <= codes.EvidenceRule; k++ {
		if english().evidences[k.String()] == "" {
			t.Errorf("no words for the evidence %v", k)
		}
	}
	for _, r := range codes.Reasons() {
		for i, texts := range texts {
			w := texts()
			if n := columns(w.reasons[r]); n == 0 || n > chartLabelWidth {
				t.Errorf("%v: %q has %d columns, for the reason %v", languages[i], w.reasons[r], n, r)
			}
		}
	}
}
