package freeform

import (
	"testing"
)

// A tag alone on its line is nobody's name.
func TestReadTextTags(t *testing.T) {
	textCase{text: "Your message could not be delivered to:\n<br>\n<div>\nkim@one.example\n<b>\n</div>\n<root>... User unknown\n", want: []string{"kim@one.example", "root"}}.run(t)
}
