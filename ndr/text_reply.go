package ndr

import (
	"cmp"
	"strings"
	"unicode"

	"example.com/ndr/codes"
)

// saidPhrases stand before what a mail system answered.
var saidPhrases = newPhraseSet(
	"remote host said:", "remote host said[response message]:", " said:", " says:", " reports:", "responded with failure:", "responded with:", "responded:", "responded with", "response was:",
	"the error that the other server returned was:", "server returned was:", "server returned:", "returned the following error:", "error was:", "error message was:", "following error message:", "following error:", "following error was returned:",
	"following reason:", "refused to talk to me:", "the response from the remote server was:", "generated response:", "replied:", "automatically rejected:", "replied with:", "answered:", "error message below:", "message was:", "reason was:", "reason:", "error returned:",
	"reason for the problem:", "response:", "server said:", "smtp error:", "smtp;", "lmtp;", "with the error:", "with error:", "error from remote server:", "with response:", "got response:", "status was:",
	"antwortete:", "antwort des servers:", "lautet:", "fehlermeldung:", "grund:", "a répondu:", "a répondu :", "réponse du serveur :", "ha risposto:", "risposta del server:", "respondió:", "respuesta:", "respondeu:", "zei:", "odpowiedział:", "ответил:", "ответ:", "エラー内容:", "応答:",
	"meldete:", "meldet:", "sagte:", "gab zurück:", "erwiderte:", "folgender fehler:", "folgendem fehler:", "folgenden grund:", "a retourné:", "a retourné :", "a renvoyé:", "a renvoyé :", "réponse du serveur:", "raison:", "raison :", "motif:", "motif :", "erreur:", "erreur :",
	"ha riferito:", "ha restituito:", "motivo:", "errore:", "respondió con:", "ha respondido:", "devolvió:", "contestó:", "razón:", "respondeu com:", "retornou:", "resposta:", "antwoordde:", "meldde:", "antwoord:", "reden:",
	"svarede:", "svarede med:", "svarte:", "svarte med:", "svarade:", "svarade med:", "svar:", "meddelade:", "årsag:", "årsak:", "orsak:", "anledning:", "vastasi:", "ilmoitti:", "vastaus:", "odpowiedział kodem:", "odpowiedź:", "odpowiedź serwera:", "zwrócił:", "powód:", "odpověděl:", "odpověď:", "odpovedal:", "odpoveď:", "důvod:", "dôvod:",
	"válaszolta:", "válasza:", "üzenete:", "válasz:", "a răspuns:", "a răspuns cu:", "răspuns:", "motiv:", "отговори:", "отговор:", "απάντησε:", "απάντηση:", "yanıtı:", "yanıt verdi:", "cevabı:", "ответил следующее:", "сообщил:", "сервер ответил:", "причина:", "відповів:", "відповідь:", "השיב:", "תגובת השרת:", "رد الخادم:", "أجاب الخادم:", "الرد:",
	"応答は:", "応答内容:", "返答:", "応答：", "理由：", "返回:", "返回：", "响应:", "响应：", "回复：", "回應：", "回應:", "原因：", "응답:", "사유:", "ตอบกลับ:", "phản hồi:", "trả lời:", "lý do:", "respons:", "jawaban:", "alasan:", "odgovorio je:", "je odgovorio:", "odgovor:", "razlog:", "atsakė:", "atsakymas:", "atbildēja:", "atbilde:", "vastas:", "vastus:", "põhjus:",
)

// hostPhrases stand before the name of the host that refused or could not be
// reached, the surest first. They begin behind a letter that is no ASCII, since
// that may be a capital.
var hostPhrases = newPhraseSet(
	"while talking to ", "connect to host, port: ", "connect to ", "connected to ", "connecting to ", "connection to ", "conversation with ", "lost connection with ", "timed out with ", "host: ", "host name: ", "remote host ", "remote server ", "remote mail server ", "remote mta ", "smtp server ", "mail server ", "mailserver ", "mail exchanger ",
	"recipient server ", "destination server ", "receiving server ", "the server ", " mx ", "host ", "server ", "servers ", "open with ", "wait with ", "giving up on ", "refused by ", "rejected by ", "returned by ", "error from ", "response from ", "reply from ", "answer from ", "deferred by ", "delivery via ", "talking to ", "deferred: ", "relay ", "handshake with ", "servers for ",
	"verbinding met ", "verbindung mit ", "verbindung zu ", "antwort von ", "connexion à ", "connessione a ", "serwer ", "serwera ", "palvelin ", "kiszolgáló ", "сервер ", "сервера ", "サーバ ", "サーバー ", "主機 ", "主机 ", "对方服务器 ", "服务器 ", "서버 ", "máy chủ ", "poslužitelj ", "serverul ",
	"transferring to ", "bertragen an ", "bertragung an ", "transfert vers ", "transfert à ", "trasferimento a ", "transferir a ", "transferência para ", "overbrengen naar ",
	"serveur ", "serveur distant ", "server remoto ", "servidor remoto ", "servidor ", "gegenstelle ", "mailserver von ", "zielserver ", "empfängerserver ", "rechner ", "kontakt mit ", "connexion avec ", "serveur de messagerie ", "connessione con ", "collegamento con ", "conexión con ", "conexión a ", "conexão com ", "conexão a ", "ligação a ", "ligação com ", "verbinding naar ", "ontvangende server ",
	"forbindelse til ", "forbindelsen til ", "forbindelse med ", "forbindelsen med ", "tjeneren ", "tjener ", "serveren ", "servern ", "modtagerserveren ", "mottakerserveren ", "mottagarservern ", "anslutning till ", "anslutningen till ", "tilkobling til ", "tilkoblingen til ", "palvelimen ", "palvelimelta ", "palvelimelle ", "palvelimeen ", "serwerem ", "serwerze ", "serwer zdalny ", "połączenie z ", "połączenia z ", "serverem ", "serveru ", "serverom ", "servera ", "serveri ", "spojení s ", "spojenie s ", "připojení k ", "pripojenie k ",
	"szerver ", "szerverhez ", "serverului ", "conexiunea cu ", "conexiunea la ", "сървър ", "сървърът ", "връзка с ", "διακομιστή ", "διακομιστής ", "εξυπηρετητής ", "sunucusu ", "sunucu ", "сервером ", "серверу ", "узел ", "узла ", "соединение с ", "соединения с ", "з'єднання з ", "השרת ", "שרת ", "الخادم ", "خادم ", "サーバへ ", "伺服器 ", "主机", "서버(", "เซิร์ฟเวอร์ ", "kết nối tới ", "kết nối đến ", "koneksi ke ", "poslužitelja ", "poslužitelju ", "strežnik ", "strežnika ", "strežnikom ", "serverio ", "serveris ", "serveriga ", "serverist ", "von ", "(via ",
)

// tailPhrases end a reply: what follows is the reporting system's own again.
var tailPhrases = newPhraseSet(
	"(in reply to ", "giving up on ", "i'm not going to try again", "i am not going to try again", "[rcpt_to]", "[mail_from]", "[data]", "[connect]", "this has been a permanent failure", "no further delivery attempts",
	"step: ", "please check the recipient", "解决方案", "建议解决", "排查建议", "處理建議", "message will be retried", "(state 1", "for further assistance", "-- end of ", "----- ", " --- ",
)

// replyIn returns where in text an SMTP reply begins: a reply code at the
// start of a line, behind a colon, bracket or quote, or before an enhanced
// status code. It returns -1 where none does.
func replyIn(text string) int {
	for i := 0; i+3 <= len(text); i++ {
		c := text[i]
		if c != '4' && c != '5' && c != '2' || !isReplyCode(text[i:]) {
			continue
		}
		bare := i+3 == len(text) || text[i+3] == '\n'
		if i == 0 || opensReply(text[:i], bare) || followedByStatus(text[i+3:]) && isBlank(text[i-1]) {
			return i
		}
	}
	return -1
}

// isReplyCode reports whether s begins with a reply code that stands alone.
// Success codes that reports of failures do not hold are left out.
func isReplyCode(s string) bool {
	if s[0] != '2' && (s[1] < '0' || s[1] > '7') || s[0] == '2' && (s[1] != '5' || s[2] > '2') || !isDigits(s[1:3]) {
		return false
	}
	return len(s) == 3 || !isAlnum(s[3]) && s[3] != '.' && s[3] != '/' && s[3] != '%' && s[3] != '@' && s[3] != '_'
}

// opensReply reports whether a reply code may follow head. A bare code, with
// nothing behind it on its line, needs a word in front that says what it is.
func opensReply(head string, bare bool) bool {
	trimmed := strings.TrimRight(head, " \t")
	if trimmed == "" || trimmed[len(trimmed)-1] == '\n' {
		return true
	}
	if bare {
		return endsInReplyWord(strings.TrimRight(trimmed, ": "))
	}
	for _, wide := range []string{"：", "；", "（", "「", "『", "【", "“"} {
		if strings.HasSuffix(trimmed, wide) {
			return true
		}
	}
	switch trimmed[len(trimmed)-1] {
	case ':', ';', '"', '\'', '[', '(', '<', '>', ',', '|':
		return true
	}
	return len(trimmed) < len(head) && endsInReplyWord(trimmed)
}

func endsInReplyWord(head string) bool {
	lower := lowerASCII(head[max(0, len(head)-16):])
	for _, word := range []string{"smtp", "said", "error", "code", "with", "returned", "response", "reply", "was", "status", "me", "bounce", "bounced", "failed", "failure"} {
		if strings.HasSuffix(lower, word) {
			return true
		}
	}
	return false
}

func followedByStatus(s string) bool {
	s = strings.TrimLeft(s, " -:#(")
	return len(s) > 4 && s[1] == '.' && (s[0] == '5' || s[0] == '4' || s[0] == '2') && codes.FindStatus(s[:min(len(s), 12)]).IsValid()
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// response returns what the refusing system said from the lines of a report
// about one recipient: from the SMTP reply on, or behind a phrase such as
// "said:", or all of it.
func response(lines []string) string {
	text := joinLines(lines)
	return responseIn(text, replyIn(text))
}

// responseIn is response of joined lines, in which an SMTP reply begins at i,
// or none where that is -1.
func responseIn(text string, i int) string {
	if i < 0 {
		i = statusLine(text)
	}
	text = strings.ReplaceAll(text, "\n", " ")
	if i >= 0 {
		if reply := trimTail(text[i:]); !isBareReply(reply) || !isWorded(text[:i]) {
			return reply
		}
		return trimTail(text)
	}
	said := len(text)
	for at, i := range saidPhrases.all(text) {
		said = min(said, at+len(saidPhrases.list[i]))
	}
	if strings.TrimSpace(text[said:]) != "" {
		text = text[said:]
	}
	return trimTail(text)
}

// isBareReply reports whether a reply is no more than its codes.
func isBareReply(reply string) bool {
	return len(reply) <= maxBareReply && strings.IndexFunc(reply, unicode.IsLetter) < 0
}

// isWorded reports whether the words before a reply are those of a known reason:
// "the mailbox is full (552 5.2.2)".
func isWorded(before string) bool {
	return before != "" && reasonOf(strings.Trim(before, " \t:;,([{\"'（：")) != codes.Unknown
}

// maxBareReply is longer than a reply code and an enhanced status code.
const maxBareReply = 20

// statusLine returns where the first line of text begins that begins with an
// enhanced status code, bullets aside, or -1.
func statusLine(text string) int {
	for from := 0; from < len(text); {
		line, _, _ := strings.Cut(text[from:], "\n")
		bare := strings.TrimLeft(line, "-*• #(|")
		if len(bare) > 4 && bare[1] == '.' && codes.FindStatus(bare[:min(len(bare), 12)]).IsValid() {
			return from + len(line) - len(bare)
		}
		from += len(line) + 1
	}
	return -1
}

// hasReply reports whether lines hold a reply of a server: an SMTP reply, an
// enhanced status code, or a phrase that leads to one.
func hasReply(lines []string) bool {
	room := maxReplyText
	for _, line := range lines {
		line = cutText(strings.TrimSpace(line), room)
		if replyIn(line) >= 0 || codes.FindStatus(line).IsValid() {
			return true
		}
		room -= len(line)
	}
	return false
}

// trimTail cuts what the reporting system adds behind a reply.
func trimTail(text string) string {
	lead := -1 // the phrase that text begins with ends nothing
	for at, i := range tailPhrases.all(text) {
		if at > 0 && i != lead {
			text = text[:at]
			break
		}
		lead = i
	}
	text = strings.Trim(text, " \t,;")
	for _, pair := range []string{"()", "[]", "<>", "\"\"", "''"} {
		if strings.HasSuffix(text, pair[1:]) && !balanced(text, pair) {
			text = strings.TrimRight(text[:len(text)-1], " ")
		}
	}
	return text
}

// balanced reports whether text opens as many pairs as it closes.
func balanced(text, pair string) bool {
	if pair[0] == pair[1] {
		return strings.Count(text, pair[:1])%2 == 0
	}
	return strings.Count(text, pair[:1]) >= strings.Count(text, pair[1:])
}

// maxReplyText is how much of what a server said is kept.
const maxReplyText = 4096

// joinLines joins lines that are not blank, without the blanks at their ends.
func joinLines(lines []string) string {
	if len(lines) == 1 {
		return cutText(strings.TrimSpace(lines[0]), maxReplyText)
	}
	size := 0
	for i, line := range lines {
		if size += len(line) + 1; size >= maxReplyText {
			lines = lines[:i+1]
			break
		}
	}
	var b strings.Builder
	b.Grow(min(size, maxReplyText))
	for _, line := range lines {
		line = cutText(strings.TrimSpace(line), maxReplyText-b.Len()-1)
		if b.Len() > 0 && line != "" {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

// cutText returns the first n bytes of s at most, cut between characters.
func cutText(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if n <= 0 {
		return ""
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// lowerASCII lowers ASCII letters alone, so that offsets stay those of s.
func lowerASCII(s string) string {
	if strings.IndexFunc(s, isUpperASCII) < 0 {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func isUpperASCII(r rune) bool { return 'A' <= r && r <= 'Z' }

// remoteHost returns the host that lines blame: one whose address stands in
// brackets behind its name, as in "mx.example.com[192.0.2.1]", or one behind a
// phrase such as "connect to". What the server said itself is not looked at.
func remoteHost(lines []string) string {
	text := joinLines(lines)
	return remoteHostIn(text, replyIn(text))
}

// remoteHostIn is remoteHost of joined lines, in which an SMTP reply begins at
// reply, or none where that is -1.
func remoteHostIn(text string, reply int) string {
	if reply >= 0 {
		text = text[:reply]
	}
	text = strings.ReplaceAll(text, "\n", " ")
	if host := bracketedHost(text); host != "" {
		return host
	}
	best, blamed := len(hostPhrases.list), ""
	for at, i := range hostPhrases.all(text) {
		if i >= best || at > 0 && isAlnum(text[at-1]) {
			continue
		}
		if host, rest := leadingHost(text[at+len(hostPhrases.list[i]):]); host != "" && !strings.HasPrefix(rest, "@") {
			best, blamed = i, host
		}
	}
	return cmp.Or(blamed, leadingSpeaker(text), answeringHost(text))
}

// signMarks stand before the host that ends a reply: Yahoo has its servers sign
// "554 delivery error: no such account [0] - mta1.mail.example.com",
// AXIGEN writes "421 try later (host mx.example.com)", LSMTP "550 no such user
// (response from mx.example.com)".
var signMarks = []string{"] - ", " (host ", " (response from "}

// signedHost returns the host that a reply ends with.
func signedHost(reply string) string {
	for _, mark := range signMarks {
		i := strings.LastIndex(reply, mark)
		if i < 0 {
			continue
		}
		host, rest := leadingHost(reply[i+len(mark):])
		if strings.Trim(rest, ").") == "" || mark[1] == '(' && rest[0] == ')' {
			return host
		}
	}
	return ""
}

// hostBelow returns the host that fills the line below a reply which has come
// to its end.
//
// QUIRK: Merak puts the server that refused a message there; Yahoo has there
// what qmail says before: "192.0.2.1 failed after I sent the message."
func hostBelow(block []string) string {
	last := len(block) - 1
	if last > 0 && replyIn(block[last-1]) >= 0 {
		if host := leadingSpeaker(block[last]); host != "" {
			return host
		}
	}
	if last < 1 || replyIn(block[last-1]) < 0 && !strings.HasPrefix(block[last-1], "*** ") || strings.IndexByte(".!)*", block[last-1][len(block[last-1])-1]) < 0 {
		return ""
	}
	host, rest := leadingHost(block[last])
	if rest != "" {
		return ""
	}
	return host
}

// answeringHost returns the host before the address in parentheses that text
// ends with, where a reply follows: "but mx.example.com (192.0.2.1) answered".
func answeringHost(text string) string {
	open := strings.LastIndex(text, " (")
	if open < 0 {
		return ""
	}
	address, rest := leadingHost(text[open+1:])
	if !isIPLiteral(address) || !strings.HasPrefix(rest, ")") || strings.Count(strings.TrimSpace(rest), " ") > 2 {
		return ""
	}
	head := text[max(0, open-maxDomain):open]
	host, rest := leadingHost(head[strings.LastIndexByte(head, ' ')+1:])
	if rest != "" {
		return ""
	}
	return host
}

// cellHost returns the host that fills a cell of a table's row.
func cellHost(lines []string) string {
	text := joinLines(lines)
	for _, cell := range strings.FieldsFunc(text, func(c rune) bool { return c == '|' || c == '\t' }) {
		if host, rest := leadingHost(cell); host != "" && strings.TrimSpace(rest) == "" && len(cell) < len(text) {
			return host
		}
	}
	return ""
}

// maxSpeakerVerb is how much of what follows a host is searched for one of the
// verbs.
const maxSpeakerVerb = 64

// speakerVerbs are what a host does with a message that it does not take, as
// qmail and its translations say it.
var speakerVerbs = []string{
	"does not like", "failed after", "said", "did not", "refused", "rejected", "responded", "returned", "replied", "gave",
	"mag den empfänger nicht", "lehnt", "lehnte", "weist", "wies", "verweigert", "n'accepte pas", "n'aime pas", "a refusé", "a rejeté", "refuse", "non accetta", "ha rifiutato", "ha respinto", "rifiuta", "no acepta", "ha rechazado", "rechaza", "rechazó", "não aceita", "rejeitou", "recusou", "weigert", "weigerde", "accepteert",
	"afviste", "avviste", "avvisade", "accepterer ikke", "aksepterer ikke", "hylkäsi", "ei hyväksy", "odrzucił", "nie akceptuje", "nie przyjął", "odmítl", "nepřijal", "odmietol", "neprijal", "elutasította", "visszautasította", "a respins", "a refuzat", "отхвърли", "απέρριψε", "reddetti", "kabul etmedi", "отклонил", "отверг", "не принял", "не принимает", "відхилив", "не прийняв", "odbio", "zavrnil", "atmetė", "noraidīja", "lükkas tagasi", "が拒否", "は拒否", "拒绝", "拒絕", "거부",
}

// leadingSpeaker returns the host that text begins with when it is the one
// that acts: qmail's "192.0.2.1 does not like recipient."
func leadingSpeaker(text string) string {
	host, rest := leadingHost(text)
	if host == "" || rest == "" || rest[0] != ' ' && rest[0] != ':' && rest[0] != ']' {
		return ""
	}
	rest = cutText(rest, maxSpeakerVerb)
	for _, verb := range speakerVerbs {
		if i := strings.Index(rest, verb); i >= 0 && i < 4 {
			return host
		}
	}
	return ""
}

// bracketedHost finds "name[address]" or "name [address]".
func bracketedHost(text string) string {
	for from := 0; from < len(text); {
		i := strings.IndexByte(text[from:], '[')
		if i < 0 {
			return ""
		}
		open := from + i
		from = open + 1
		address, rest := leadingHost(text[open+1:])
		// QUIRK: Gmail writes "[mx.example.com. (10): Connection timed out]".
		if address != "" && !isIPLiteral(address) && (strings.HasPrefix(rest, " (") || strings.HasPrefix(rest, ": ") || startsWithIP(rest)) {
			return address
		}
		if !isIPLiteral(address) || !strings.HasPrefix(rest, "]") {
			continue
		}
		head := strings.TrimRight(text[:open], " :") // SendGrid writes "name:[address]"
		word := head[strings.LastIndexAny(head[max(0, len(head)-maxDomain):], " \t<(\"'=,")+max(0, len(head)-maxDomain)+1:]
		if host, rest := leadingHost(word); host != "" && strings.Trim(rest, ".") == "" {
			return host
		}
		if isBlamed(text[:open]) {
			return address
		}
	}
	return ""
}

func startsWithIP(s string) bool {
	host, _ := leadingHost(s)
	return isIPLiteral(host)
}

// isBlamed reports whether head ends in a phrase that a host follows.
func isBlamed(head string) bool {
	if strings.TrimSpace(head) == "" {
		return true
	}
	head = head[max(0, len(head)-maxPhrase):]
	for at, i := range hostPhrases.all(head) {
		if at+len(hostPhrases.list[i]) == len(head) {
			return true
		}
	}
	return false
}

func isIPLiteral(host string) bool { return isDottedQuad(host) || strings.Count(host, ":") > 1 }
