package lex

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// HasPhrase reports whether one of the phrases stands in text.
func HasPhrase(text string, phrases []string) bool {
	isIn := func(phrase string) bool { return strings.Contains(text, phrase) }
	return text != "" && slices.ContainsFunc(phrases, isIn)
}

// IndentWidth returns how many blanks line begins with.
func IndentWidth(line string) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}

// TrimBlanks returns line without the blanks at its end. [strings.TrimRight] would
// make a set of them anew for each line.
func TrimBlanks[T ~string | ~[]byte](line T) T {
	for len(line) > 0 && (line[len(line)-1] == ' ' || line[len(line)-1] == '\t') {
		line = line[:len(line)-1]
	}
	return line
}

// HasWord reports whether a folded text holds word between characters that are
// no part of a word.
func HasWord(text, word string) bool {
	for at := 0; word != ""; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		end := at + i + len(word)
		if (at+i == 0 || !isWordByte(text[at+i-1])) && (end == len(text) || !isWordByte(text[end])) {
			return true
		}
		at += i + 1
	}
	return false
}

func isWordByte(c byte) bool { return IsAlnum(c) || c == '-' || c == '_' }

// MaxReplyText is how much of what a server said is kept.
const MaxReplyText = 4096

// JoinLines joins lines that are not blank, without the blanks at their ends.
func JoinLines(lines []string) string {
	if len(lines) == 1 {
		return CutText(strings.TrimSpace(lines[0]), MaxReplyText)
	}
	var room [512]byte // most replies fit
	b := room[:0]
	for _, line := range lines {
		line = CutText(strings.TrimSpace(line), MaxReplyText-len(b)-1)
		if len(b) > 0 && line != "" {
			b = append(b, '\n')
		}
		if b = append(b, line...); len(b) > MaxReplyText-utf8.UTFMax {
			break
		}
	}
	return string(b)
}

// EndsInColon reports whether a folded text ends in a colon, as a heading does;
// what decorates it is passed over.
func EndsInColon(folded string) bool {
	for folded != "" && isDecoration[folded[len(folded)-1]] {
		folded = folded[:len(folded)-1]
	}
	return strings.HasSuffix(folded, ":") || strings.HasSuffix(folded, "：")
}

// isDecoration tells the bytes that decorate the end of a heading.
var isDecoration = bytesOf(" -=*.")

// EndsInWord reports whether a folded text ends in one of the words.
func EndsInWord(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		head, ok := strings.CutSuffix(text, word)
		return ok && (head == "" || !IsAlnum(head[len(head)-1]))
	})
}
