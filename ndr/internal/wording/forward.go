package wording

// ForwardMarks begin the subject of a message that was forwarded by hand, by
// language.
var ForwardMarks = []string{"fwd:", "fw:", "wg:", "tr:", "i:", "rv:", "enc:", "vs:", "doorst:", "pd:", "vb:", "转发:", "转发：", "轉寄:", "転送:", "fwd：", "[fwd:"}
