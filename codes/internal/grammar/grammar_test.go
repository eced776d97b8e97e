package grammar

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// words is a grammar for tests of how a text is read.
const words = `
class NOT
	not, no, without
class FILLER
	the, is, was, been, has
class BOX subject
	mailbox, (mail|post) box, account
class OWNER subject
	sender, sender account
class FULL
	full, over [its] quota
class LISTED
	spamhaus.org, voll*, 已满

one
	BOX ..2 FULL
two
	OWNER ..2 FULL
three
	no [such] BOX
four
	(listed|found) ..3 LISTED
five
	<address> FULL
six
	BOX ...4 FULL here
seven
	<ip> ..1 full
eight
	邮箱 LISTED
nine
	over quota
ten
	p=nosuchuser
eleven
	<null> FULL
`

// find returns what the rules of text say that words finds in s, in the order of
// their places.
func find(t *testing.T, grammar, s string) string {
	t.Helper()
	src, err := Read(grammar)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Compile(src)
	if err != nil {
		t.Fatal(err)
	}
	var f Found
	g.Find(s, &f)
	found := f.Matches
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	var list []string
	for _, m := range found {
		list = append(list, fmt.Sprintf("%s:%s", src.Rules[m.Rule].Head, s[m.Start:m.End]))
	}
	return strings.Join(list, "|")
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// Case, accents, fillers and the characters between do not count.
		{"Mailbox FULL", "one:Mailbox FULL"},
		{"The mail-box <alice@example.com> has been full", "one:mail-box <alice@example.com> has been full|five:alice@example.com> has been full"},
		{"máilbox is over quota", "one:máilbox is over quota|nine:over quota"},
		{"mailbox ’ full", "one:mailbox ’ full"}, // a word without a letter
		{"user's mailbox: full", "one:mailbox: full"},
		// Gaps.
		{"mailbox_1 full", ""}, // one word
		{"mailbox one 550-two full", "one:mailbox one 550-two full"}, // a reply of several lines
		{"mailbox one two full", "one:mailbox one two full"},
		{"mailbox one two three full", ""},
		{"mailbox one, two full", ""}, // a comma counts as a word
		{"mailbox one, (two full", ""},
		{"mailbox one two three four full here", "six:mailbox one two three four full here"},
		// Barriers.
		{"mailbox. full", ""},
		{"mailbox; full", ""},
		{"mailbox -> full", ""},
		{"mailbox said: 550 full", ""},
		{"mailbox 550 full", "one:mailbox 550 full"},
		{"mailbox 5.2.2 full", ""},
		{"mailbox 4.2.2 full", ""},
		{"mailbox 2.0.0 full", "one:mailbox 2.0.0 full"},
		{"5.2.2 mailbox 5.2.2 full", "one:mailbox 5.2.2 full"}, // said again
		{"<bob@example.net> 5.2.2 full", "five:bob@example.net> 5.2.2 full"},
		{"mailbox! full", ""},
		{"mailbox? full", ""},
		{"mailbox... full", "one:mailbox... full"},
		{"mailbox.full", ""}, // a blank is missing after the sentence
		{"full.mailbox full", "one:mailbox full"},
		{"mailbox at a.de. full", ""},
		{"mailbox e. g. full", "one:mailbox e. g. full"},
		// Subjects.
		{"mailbox of sender full", "two:sender full"},
		{"sender account full", "two:sender account full"}, // not the account
		{"mailbox of sender is full here", "six:mailbox of sender is full here|two:sender is full"},
		// Negation.
		{"mailbox is not full", ""},
		{"no mailbox", "three:no mailbox"},
		{"no such mailbox is full", "three:no such mailbox|one:mailbox is full"},
		{"mailbox not, full", "one:mailbox not, full"},
		// What is no word.
		{"mailbox full@example.com", ""},
		{"mailbox full.example.com", ""},
		{"mailbox https://www.example.com/full", ""},
		{"mailbox /var/full", ""},
		{"mailbox one /a two full", "one:mailbox one /a two full"},
		{`mailbox "full"`, ""},
		{"mailbox <full>", ""},
		{`mailbox " full"`, `one:mailbox " full`},
		{"mailbox 'full'", ""}, // a name after "mailbox"
		{"mailbox group 'full'", ""},
		{"mailbox list 'full'", ""},
		{"it is 'full' mailbox full", "one:mailbox full"},
		{`Message "mailbox full" refused`, ""},
		{"https://support.google.com/mail/?p=NoSuchUser", "ten:p=NoSuchUser"},
		// Marks.
		{"<bob@example.net>: full", "five:bob@example.net>: full"},
		{"192.0.2.1 was full", "seven:192.0.2.1 was full"},
		{"<<bob@example.net>> full", "five:bob@example.net>> full"},
		{`<"bob"@example.net>: full`, `five:"bob"@example.net>: full`},
		{"bob@my_Zone.example full", "five:bob@my_Zone.example full"},
		{"<> was full", "eleven:<> was full"},
		{"< was full", ""},
		// Hosts, beginnings, scripts without blanks.
		{"listed at zen.spamhaus.org", "four:listed at zen.spamhaus.org"},
		{"listed at spamhaus.org.example", ""},
		{"found vollgelaufen", "four:found vollgelaufen"},
		{"邮箱已满。", "eight:邮箱已满"},
		{"https://www.example.com/邮箱已满", "eight:邮箱已满"},
		{"邮箱。已满", ""},
		{"邮箱；已满", ""},
		{"邮箱！已满", ""},
		{"邮箱？已满", ""},
	} {
		if got := find(t, words, tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestContractions(t *testing.T) {
	const words = `
one
	not found
two
	does not exist
three
	exist not
`
	for _, tt := range []struct{ text, want string }{
		{"isn't found", "one:isn't found"},
		{"wasnt found", "one:wasnt found"},
		{"can’t found", "one:can’t found"},
		{"cannot found", "one:cannot found"},
		{"was not found", "one:not found"},
		{"doesn't exist", "two:doesn't exist"},
		{"isn't exist", ""},
		{"exist don't", "three:exist don't"},
	} {
		if got := find(t, words, tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestLimits reads texts beyond every limit.
func TestLimits(t *testing.T) {
	for _, unit := range []string{"mailbox ", "full ", "a@b ", "1.2.3.4 ", "listed ", "x", "已", ">>> ", "no no ", "mailbox full. ", "<>", `"`, "."} {
		find(t, words, strings.Repeat(unit, 1<<14))
	}
	long := strings.Repeat("x ", 200) + "mailbox full"
	if got := find(t, words, long); got != "one:mailbox full" {
		t.Errorf("behind a long clause: %q", got)
	}
}

func TestReadErrors(t *testing.T) {
	for _, tt := range []struct {
		text string
		line int
	}{
		{"\tx", 1},
		{"class low\n\tx", 1},
		{"# c\n\nclass A\n\tx", 3}, // one letter is a word
		{"class AB\n\ta (b", 2},
		{"class AB\n\ta ..2 b", 2},
		{"class AB\n\t12", 2},
		{"class AB\n\ta*b", 2},
		{"class AB\n\t<ip>", 2},
		{"r\n\t..2 a", 2},
		{"r\n\ta ..2", 2},
		{"r\n\ta ..0 b", 2},
		{"r\n\ta ..21 b", 2},
		{"r\n\ta ]", 2},
		{"r\n\t[a|b", 2},
		{"r\n\tNONE", 2},
		{"r\n\t<nothing>", 2},
		{"r\n\ta\n\tb host=c", 3},
		{"r\n\t" + strings.Repeat("[a] ", 9), 2},
		{"r\n\t" + strings.Repeat("a ..1 ", 9) + "b", 2},
	} {
		src, err := Read(tt.text)
		if err == nil {
			_, err = Compile(src)
		}
		var e *Error
		if !errors.As(err, &e) || e.Line != tt.line || !errors.Is(err, ErrSyntax) {
			t.Errorf("%q: %v, want an error in line %d", tt.text, err, tt.line)
		}
	}
}

// TestNumbers compiles grammars at and beyond the limits of the compiled form.
func TestNumbers(t *testing.T) {
	numbered := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, 10000+i)
		}
		return b.String()
	}
	for _, tt := range []struct {
		name string
		src  string
		ok   bool
	}{
		{"words after one", "class AB\n" + numbered("\tno w%d\n", 3000), true},
		{"words", "class AB\n" + numbered("\tw%d\n", math.MaxUint16), false},
		{"classes of a phrase", numbered("r%[1]d\n\t(x|w%[1]d)\n", 300), true},
		{"classes", numbered("r%[1]d\n\tw%[1]d\n", maxClasses), false},
		{"rules", numbered("r%d\n\tx\n", math.MaxUint16+1), false},
	} {
		src, err := Read(tt.src)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Compile(src); (err == nil) != tt.ok || err != nil && !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := Compile(Source{Rules: []Rule{{Line: 7, Text: "x", Number: math.MaxUint16 + 1}}}); !errors.Is(err, ErrSyntax) {
		t.Errorf("number of a rule: %v", err)
	}
	if got := find(t, "class AB\n"+numbered("\tno w%d\n", 3000)+"r\n\tAB", "no w12999"); got != "r:no w12999" {
		t.Errorf("the last of many words after one: %q", got)
	}
}

// TestLowerLetters puts every byte at every place of a word.
func TestLowerLetters(t *testing.T) {
	word := strings.Repeat("aZzA", 13)
	for at := range word {
		for c := range 256 {
			s := word[:at] + string([]byte{byte(c)}) + word[at:]
			want := at
			if b := byte(c) | 0x20; 'a' <= b && b <= 'z' {
				want = len(s)
			}
			want = min(want, maxPlain)
			var got [maxPlain]byte
			n := lowerLetters(&got, s)
			if n != want || string(got[:n]) != strings.ToLower(s[:n]) {
				t.Fatalf("%q: %q, want %d", s, got[:n], want)
			}
		}
	}
}
