package codes

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// wholeLanguages are the first languages of adviceLanguages, which have a text for
// every entry. The others have those on reasons and on the most frequent
// situations.
const wholeLanguages = 3

func TestAdviceTable(t *testing.T) {
	table, err := loadAdvice(adviceFiles)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range adviceLanguages {
		if _, err := loadTexts(adviceFiles, tag, table.entries); err != nil {
			t.Error(err)
		}
	}
	if len(table.entries) < 100 {
		t.Fatalf("only %d entries", len(table.entries))
	}
	for name, e := range table.entries {
		if e.owner == OwnerUnknown && name != "reason unknown" {
			t.Errorf("[%s] has no owner", name)
		}
		if e.scope == ScopeUnknown && e.reason != Unknown {
			t.Errorf("[%s] has no scope", name)
		}
		checkLink(t, name, e.link)
		for i, tag := range adviceLanguages {
			if i >= wholeLanguages && reflect.ValueOf(*e.text(i)).IsZero() {
				continue
			}
			checkText(t, "["+name+"] in "+tag.String(), e.text(i), e.text(0))
			if i > 0 && e.text(i).meaning == e.text(0).meaning {
				t.Errorf("[%s] is not translated to %v", name, tag)
			}
		}
	}
	for i, tag := range adviceLanguages {
		n := 0
		for _, e := range table.entries {
			if e.text(i).title != "" {
				n++
			}
		}
		if n < 20 {
			t.Errorf("only %d texts in %v", n, tag)
		}
	}
}

// TestGeneralAdvice finds advice on every reason, for its owner, in every language, and no
// second advice for the same owner.
func TestGeneralAdvice(t *testing.T) {
	table, err := loadAdvice(adviceFiles)
	if err != nil {
		t.Fatal(err)
	}
	for r, list := range table.general {
		if len(list) == 0 || list[0].owner != Reason(r).Owner() {
			t.Errorf("no general advice on %v for its owner", Reason(r))
		}
		for i, e := range list {
			for l, tag := range adviceLanguages {
				if e.text(l).title == "" {
					t.Errorf("[%s] is not in %v", e.name, tag)
				}
			}
			if table.generalFor(Reason(r), e.owner) != list[i] {
				t.Errorf("[%s] is a second general advice on %v for %v", e.name, e.reason, e.owner)
			}
		}
	}
}

// Of several entries with one code exactly one is the common one; where a code is
// a provider's, of those with one reason.
func TestAdviceTableCommon(t *testing.T) {
	type key struct {
		providerStatus
		reason Reason
	}
	all, common := map[key]int{}, map[key]int{}
	for at, rows := range adviceData().codes {
		for _, m := range rows {
			k := key{providerStatus: at}
			if at.provider != "" {
				k.reason = m.entry.reason
			}
			all[k]++
			if m.entry.common {
				common[k]++
			}
		}
	}
	for k, n := range all {
		if c := common[k]; c > 1 || n > 1 && c == 0 || n == 1 && c == 1 && k.provider == "" {
			t.Errorf("%v has %d entries, %d of them common", k, n, c)
		}
	}
}

// firstFix says how a text of each of adviceLanguages asks an owner to act.
var firstFix = map[Owner][len(adviceLanguages)]string{
	OwnerSenderAdmin: {`(?i)\bask your administrator\b`, `(?i)proprio amministratore`, `(?i)din administratör`,
		`Ihren Administrator`, `votre administrateur`, `su administrador`, `管理者に(依頼|確認)`},
	OwnerRecipientAdmin: {`(?i)the recipient's administrator|the administrator of (the recipient's|\{domain)|the group's owner`,
		`(?i)amministratore del (destinatario|dominio)|proprietario del gruppo`, `(?i)mottagarens administratör|administratören för|gruppens ägare`,
		`Administrator (von|des Empfängers)|Besitzer der Gruppe`, `administrateur (de \{domain|du destinataire)|propriétaire du groupe`,
		`administrador (de \{domain|del destinatario)|propietario del grupo`, `(\{domain\|[^}]*\}|受信側)の管理者|グループの所有者`},
	OwnerRecipient: {`(?i)\b(tell|reach) the recipient\b`, `destinatario`, `mottagaren`, `Empfänger`, `destinataire`, `destinatario`, `受信者`},
	OwnerService:   {`(?i)\bservice\b`, `servizio`, `(?i)tjänst`, `Dienst`, `service`, `servicio`, `サービス`},
	OwnerNobody:    {`^Wait\b`, `^Attendere\b`, `^Vänta\b`, `^Warten Sie\b`, `^Attendez\b`, `^Espere\b`, `^お待ちください`},
}

// TestAdviceFirstFix checks that the fix to try first is one for the owner: it
// leads with who must act where that is not the reader himself.
func TestAdviceFirstFix(t *testing.T) {
	for owner, byLanguage := range firstFix {
		for i, words := range byLanguage {
			asks := regexp.MustCompile(words)
			for name, e := range adviceData().entries {
				if len(e.text(i).fixes) == 0 {
					continue
				}
				first := e.text(i).fixes[0]
				if e.owner == owner && !asks.MatchString(first) {
					t.Errorf("[%s] in %v is for %v, and first says %q", name, adviceLanguages[i], owner, first)
				}
				isOther := owner == OwnerSenderAdmin || owner == OwnerNobody || i == 0 && owner != OwnerService
				if e.owner == OwnerSender && isOther && asks.MatchString(first) {
					t.Errorf("[%s] in %v is for the sender, and first says %q", name, adviceLanguages[i], first)
				}
			}
		}
	}
}

// checkText fails where a text lacks something that the English one has.
func checkText(t *testing.T, what string, text, english *adviceText) {
	t.Helper()
	if text.title == "" || text.meaning == "" || len(text.causes) == 0 || len(text.fixes) == 0 {
		t.Errorf("%s: no title, meaning, cause or fix", what)
	}
	if len(text.causes) != len(english.causes) || len(text.fixes) != len(english.fixes) {
		t.Errorf("%s: %d causes and %d fixes, in English %d and %d",
			what, len(text.causes), len(text.fixes), len(english.causes), len(english.fixes))
	}
	if strings.HasSuffix(text.title, ".") || len(text.title) > 100 || strings.Contains(text.title, "{") {
		t.Errorf("%s: %q is no title", what, text.title)
	}
	if got, want := holesOf(text), holesOf(english); !slices.Equal(got, want) {
		t.Errorf("%s: names %v, in English %v", what, got, want)
	}
	for _, s := range append(append([]string{text.meaning}, text.causes...), text.fixes...) {
		if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "。") || strings.Contains(s, "  ") || utf8.RuneCountInString(s) > 320 {
			t.Errorf("%s: %q is no sentence, or too long", what, s)
		}
		if strings.ContainsAny(adviceHole.ReplaceAllString(s, ""), "{}") {
			t.Errorf("%s: %q holds what is no {name|otherwise}", what, s)
		}
	}
}

// adviceHoles are the names that a text can hold as {name|otherwise}.
var adviceHoles = []string{"host", "domain", "sender", "ip", "list", "lookup", "size", "limit", "wait"}

var adviceHole = regexp.MustCompile(`{(` + strings.Join(adviceHoles, "|") + `)\|[^{|}]+}`)

// holesOf returns the names of the values that a text holds, sorted.
func holesOf(text *adviceText) (names []string) {
	all := text.meaning + strings.Join(text.causes, " ") + strings.Join(text.fixes, " ")
	for _, m := range regexp.MustCompile(`\{([a-z]+)\|`).FindAllStringSubmatch(all, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// checkLink fails for a link to a page that nobody looked up.
func checkLink(t *testing.T, name, link string) {
	t.Helper()
	if !rfcLink.MatchString(link) && !slices.Contains(adviceLinks, link) {
		t.Errorf("[%s] link %q is not among those that are known to lead somewhere", name, link)
	}
}

// rfcLink matches the links to an RFC or to a section of it.
var rfcLink = regexp.MustCompile(`^https://www\.rfc-editor\.org/rfc/rfc[0-9]{4}(#section-[0-9]+(\.[0-9]+)*)?$`)

// Each link of an entry, of its texts and of a list is one of adviceLinks, and
// each of those is linked.
func TestAdviceLinks(t *testing.T) {
	used := map[string]bool{}
	for name, e := range adviceData().entries {
		used[e.link] = true
		for i := range adviceLanguages {
			for _, link := range linksIn(e.text(i)) {
				used[link] = true
				checkLink(t, name, link)
			}
		}
	}
	for _, l := range adviceData().lists {
		used[l.link] = true
		if l.link != "" {
			checkLink(t, "list "+l.name, l.link)
		}
	}
	for _, link := range adviceLinks {
		if !used[link] {
			t.Errorf("nothing links %s", link)
		}
	}
}

// linksIn returns the links in a text.
func linksIn(text *adviceText) (links []string) {
	all := text.meaning + " " + strings.Join(text.causes, " ") + " " + strings.Join(text.fixes, " ")
	for _, link := range textLink.FindAllString(all, -1) {
		links = append(links, strings.TrimRight(link, "."))
	}
	return links
}

var textLink = regexp.MustCompile(`https?://[0-9A-Za-z./_#?=%&-]+`)

// TestLinksInTexts sees a link in a text, and refuses one that nobody looked up.
func TestLinksInTexts(t *testing.T) {
	links := linksIn(&adviceText{fixes: []string{"See https://example.com/a, or {lookup|https://example.com/b}."}})
	if want := []string{"https://example.com/a", "https://example.com/b"}; !slices.Equal(links, want) {
		t.Errorf("got %q, want %q", links, want)
	}
	for _, link := range links {
		if slices.Contains(adviceLinks, link) || rfcLink.MatchString(link) {
			t.Errorf("%s is allowed", link)
		}
	}
}

func TestLoadAdviceErrors(t *testing.T) {
	const facts = "# one\n[a]\ncode: 5.1.1\nreason: user-unknown\nlink: https://example.com/\n"
	const names = "[provider p]\nhost: .example.com\nsign: p says\n[list L]\nsign: l.example\nlink: https://example.com/\n"
	const text = "[a]\ntitle: T\nmeaning: M.\ncause: C.\nfix: F.\n"
	for _, tt := range []struct {
		name               string
		names, facts, text string // "" for the good ones
		err                string // "" for none
	}{
		{"good", "", "", "", ""},
		{"crlf", "", strings.ReplaceAll(facts, "\n", "\r\n"), "", ""},
		{"name twice", "", facts + "[a]\n", "", "advice.txt:6: second [a]"},
		{"before a name", "", "code: 5.1.1\n" + facts, "", `advice.txt:1: "code: 5.1.1" stands before`},
		{"no colon", "", facts + "code 5.1.1\n", "", "advice.txt:6:"},
		{"no value", "", facts + "code:\n", "", "advice.txt:6:"},
		{"unknown key", "", facts + "colour: red\n", "", `advice.txt:6: unknown key "colour"`},
		{"bad code", "", facts + "code: 5.1\n", "", "advice.txt:6: codes: not an enhanced status code"},
		{"bad range", "", facts + "code: 5.7.606-605\n", "", "advice.txt:6:"},
		{"range too far", "", facts + "code: 5.7.606-1000\n", "", "advice.txt:6:"},
		{"range of words", "", facts + "code: 5.7.606-many\n", "", "advice.txt:6:"},
		{"bad reason", "", "[a]\nreason: bad-luck\n", "", "advice.txt:2: codes: unknown name"},
		{"two reasons", "", facts + "reason: expired\n", "", "advice.txt:6: reason stands twice"},
		{"owner first", "", "[a]\nowner: sender\nreason: expired\n", "", "advice.txt:3: reason stands"},
		{"bad general", "", "[a]\ngeneral: bad-luck\n", "", "advice.txt:2:"},
		{"uncommon", "", facts + "common: no\n", "", "advice.txt:6: common"},
		{"bad owner", "", facts + "owner: me\n", "", "advice.txt:6:"},
		{"bad scope", "", facts + "scope: world\n", "", "advice.txt:6:"},
		{"auth twice", "", facts + "auth: spf/policy\nauth: spf/policy\n", "", "advice.txt:7: second advice"},
		{"phrase in upper case", "", facts + "phrase: Mailbox Full\n", "", "advice.txt:6:"},
		{"text of nothing", "", "", "[b]\ntitle: T\n", "advice.en.txt:1: [b] is not in advice.txt"},
		{"text twice", "", "", text + "[a]\ntitle: T\n", "advice.en.txt:6: second [a]"},
		{"unknown text", "", "", "[a]\nhint: H\n", `advice.en.txt:2: unknown key "hint"`},
		{"two titles", "", "", text + "title: T\n", "advice.en.txt:6: second title"},
		{"two meanings", "", "", text + "meaning: M.\n", "advice.en.txt:6: second meaning"},
		{"provider twice", names + "[provider p]\n", "", "", "advice.names.txt:7: second [provider p]"},
		{"no provider", names + "[host x]\n", "", "", "advice.names.txt:7: [host x] is no provider"},
		{"bad host", names + "host: a b\n", "", "", "advice.names.txt:7:"},
		{"sign in upper case", names + "sign: A\n", "", "", "advice.names.txt:7:"},
		{"unknown key of a name", names + "colour: red\n", "", "", "advice.names.txt:7: unknown key"},
		{"unknown provider", "", "[a]\nprovider: q\n", "", `advice.txt:2: provider "q"`},
		{"provider after code", "", "[a]\ncode: 5.1.1\nprovider: p\n", "", "advice.txt:3: provider stands after"},
		{"range of a provider", "", "[a]\nprovider: p\ncode: 5.7.1-9\n", "", "advice.txt:3:"},
	} {
		fsys := fstest.MapFS{
			adviceNamesFile:      {Data: []byte(orElse(tt.names, names))},
			"data/advice.txt":    {Data: []byte(orElse(tt.facts, facts))},
			"data/advice.en.txt": {Data: []byte(orElse(tt.text, text))},
		}
		table, err := loadAdvice(fsys)
		if table == nil {
			t.Fatalf("%s: no table", tt.name)
		}
		if err == nil {
			_, err = loadTexts(fsys, adviceLanguages[0], table.entries)
		}
		switch {
		case tt.err == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.err)
		}
	}
	if _, err := loadAdvice(fstest.MapFS{}); err == nil {
		t.Error("no error where the files are missing")
	}
	if _, err := loadTexts(fstest.MapFS{}, adviceLanguages[0], nil); err == nil {
		t.Error("no error where a text is missing")
	}
}

// A table that could not be read whole still answers.
func TestAdviceOfBrokenTable(t *testing.T) {
	table, err := loadAdvice(fstest.MapFS{"data/advice.names.txt": {}, "data/advice.txt": {Data: []byte("[a]\ncode: 5.1.1\nnonsense\n")}})
	if err == nil {
		t.Fatal("no error")
	}
	m := table.find(MustParseStatus("5.1.1"), "", Verdict{})
	if a := m.advice(nil).written(); a.Code != "5.1.1" || a.Title != "" {
		t.Errorf("got %+v", a)
	}
	if a := (adviceMatch{entry: table.generalFor(Unknown, OwnerUnknown)}).advice(nil).written(); a.Title != "" {
		t.Errorf("got %+v", a)
	}
}
