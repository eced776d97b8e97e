package reply

import (
	"testing"
)

func TestReplyInWide(t *testing.T) {
	for text, want := range map[string]string{"服务器返回：550 满": "550 满", "応答（452 満杯）": "452 満杯）", "第550号": ""} {
		got := ""
		if i := ReplyIn(text); i >= 0 {
			got = text[i:]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
