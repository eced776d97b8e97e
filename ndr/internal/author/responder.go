package author

import (
	"strings"

	"example.com/ndr/ndr/internal/found"
	"example.com/ndr/ndr/internal/lex"
	"example.com/ndr/ndr/internal/mime"
)

// Kind tells the answers that programs give on behalf of people from
// other mail: [AutoReply], [Challenge], [Feedback] for a request to be taken
// off a list, or [Other].
func Kind(h *Header, text string) found.Kind {
	if h.Has("X-Apple-Unsubscribe") { // Apple Mail, on behalf of its user
		return found.Feedback
	}
	if IsListManager(h) {
		return found.Other
	}
	subject := strings.ToLower(mime.DecodeHeader(h.Get("Subject")))
	automatic := isAutomatic(h)
	answers := automatic || h.Has("In-Reply-To") || strings.HasPrefix(subject, "re:")
	switch {
	case h.Has("X-Tmda-Fingerprint"), lex.HasPhrase(subject, challengeSubjects):
		return found.Challenge
	case answers && lex.HasPhrase(lex.FoldLower(text[:min(len(text), maxChallenge)]), challengeTexts):
		return found.Challenge
	case (answers || isFromNobody(h) || isFromFilter(h) && !lex.HasPhrase(subject, DigestPhrases)) && AsksToConfirm(lex.FoldLower(text[:min(len(text), maxChallenge)])):
		return found.Challenge
	case automatic, lex.HasPhrase(subject, autoReplySubjects):
		return found.AutoReply
	case (isFromNobody(h) || isBulk(h) && !h.IsListMail()) && lex.HasPhrase(subject, movedSubjects):
		return found.AutoReply
	case (isFromNobody(h) || isBulk(h) && strings.Contains(subject, "re:")) && !h.IsListMail() && lex.HasPhrase(subject, awaySubjects):
		return found.AutoReply
	case h.isGenerated() && !h.IsListMail() && lex.HasPhrase(subject, receivedSubjects):
		return found.AutoReply
	}
	return found.Other
}

// AsksToConfirm reports whether a folded text says that a message waits, and
// asks to follow a link so that it is delivered.
func AsksToConfirm(text string) bool {
	return strings.Contains(text, "://") && lex.HasPhrase(text, waitingPhrases) && lex.HasPhrase(text, linkPhrases)
}

// waitingPhrases say that a message was not delivered so far.
var waitingPhrases = []string{
	"not been delivered yet", "not yet been delivered", "not been delivered until", "is being held", "waiting to be delivered",
	"has been held", "was held", "put on hold", "zurückgehalten", "foi retida", "foi retido", "a été retenu", "è stato trattenuto", "ha sido retenido", "zatrzymana", "задержано",
	"noch nicht zugestellt", "noch nicht ausgeliefert", "wartet auf", "pas encore été", "est en attente", "todavía", "aún no", "ainda não", "ainda nao", "non è ancora", "non è stato ancora", "nog niet",
}

// linkPhrases ask to follow a link.
var linkPhrases = []string{
	"click the link", "click on the link", "click the following", "click here to", "click below", "to verify that you", "confirm that you", "please confirm", "please verify",
	"bestätigen sie", "klicken sie", "cliquez", "en cliquant", "confirmez", "haga clic", "confirme", "clique no", "clique aqui", "clicca", "confermi", "conferma ", "klik op", "bevestig",
}

// isFromNobody reports whether a message has the null return path and is from
// an ordinary address.
func isFromNobody(h *Header) bool {
	return h.PathScore > 0 && h.FromScore == 0
}

// isFromFilter reports whether From names a filter, which asks those that it
// does not know to confirm what they sent.
func isFromFilter(h *Header) bool {
	return lex.HasPhrase(lex.FoldLower(h.Get("From")), filterNames)
}

var filterNames = []string{"antispam", "anti-spam", "spamblock", "spam block"}

// receivedSubjects stand in the subject by which a help desk says that it got a
// message.
var receivedSubjects = []string{
	"[ticket#", "received your message", "received your email", "received your e-mail", "received your request", "received your inquiry", "received your ticket", "request has been received", "message has been received",
	"haben ihre nachricht erhalten", "ihre anfrage ist eingegangen", "anfrage ist bei uns eingegangen", "[request id :", "accusé de réception de votre message", "accusé de réception de votre demande", "avons bien reçu votre message", "avons bien reçu votre demande", "abbiamo ricevuto il tuo messaggio", "abbiamo ricevuto la sua richiesta",
	"hemos recibido su mensaje", "hemos recibido su solicitud", "hemos recibido su consulta", "recebemos sua mensagem", "recebemos a sua mensagem", "recebemos seu chamado", "recebemos o seu chamado", "recebemos sua solicitação", "recebemos o seu pedido", "recebemos seu contato", "hebben uw bericht ontvangen", "otrzymaliśmy twoją wiadomość", "vi har tagit emot ditt meddelande", "vi har mottagit ditt meddelande", "vi har tagit emot ditt ärende", "vi har mottatt din henvendelse", "vi har modtaget din henvendelse", "olemme vastaanottaneet", "otrzymaliśmy twoje zgłoszenie", "přijali jsme váš požadavek", "prijali sme vašu požiadavku", "megkaptuk üzenetét", "am primit mesajul", "am primit solicitarea", "talebinizi aldık", "mesajınızı aldık", "ваше обращение получено", "ваше обращение зарегистрировано", "ваше звернення отримано", "お問い合わせを受け付けました", "お問い合わせありがとうございます", "已收到您的", "문의가 접수되었습니다",
}

// isBulk reports whether a message was not written for its reader alone.
func isBulk(h *Header) bool {
	return lex.OneOf(strings.TrimSpace(h.Get("Precedence")), "bulk", "junk")
}

// movedSubjects stand in the subject of what a responder answers to mail to an
// old address.
var movedSubjects = []string{
	"address has changed", "address changed", "address change", "change of address", "changed address", "new address", "new email", "new e-mail", "has moved", "no longer works", "has left",
	"neue adresse", "neue e-mail", "neue mail", "adressänderung", "nouvelle adresse", "changement d'adresse", "nuovo indirizzo", "cambio di indirizzo", "cambio indirizzo", "nueva dirección", "nueva direccion", "cambio de dirección", "cambio de direccion",
	"novo endereço", "novo endereco", "mudança de endereço", "mudanca de endereco", "ny adress", "ny e-post", "ny mailadress", "adressändring", "nieuw adres", "adreswijziging", "nowy adres", "zmiana adresu", "новый адрес", "смена адреса", "アドレス変更", "メールアドレス変更",
}

// awaySubjects stand in the subject of what responders answer, and in that of
// other mail.
var awaySubjects = []string{
	"vacation", "holiday", "on leave", "away", "urlaub", "nicht im büro", "congé", "vacances", "absent", "ferie", "vacanza", "vacaciones", "férias", "vakantie", "semester", "lomalla", "nieobecn", "urlop", "dovolen", "szabadság", "отпуск", "відпуст", "休暇", "休假", "휴가",
}

// isAutomatic reports whether a field says that a program answered: the field
// of RFC 3834, section 5, or one of those that came before it.
func isAutomatic(h *Header) bool {
	auto := strings.ToLower(strings.TrimSpace(h.Get("Auto-Submitted")))
	if strings.HasPrefix(auto, "auto-replied") || strings.HasPrefix(auto, "auto-notified") {
		return true
	}
	for _, name := range autoReplyFields {
		if h.Has(name) {
			return true
		}
	}
	switch strings.ToLower(strings.TrimSpace(h.Get("Precedence"))) {
	case "auto_reply", "auto-reply":
		return true
	}
	return lex.HasPhrase(strings.ToLower(h.Get("X-Mailer")), responders)
}

// responders are what the X-Mailer field of responders holds.
var responders = []string{"autorespon", "auto-respon", "autoreply", "vacation"}

// IsListManager reports whether the program that runs a mailing list wrote the
// message: an answer to a command or a notice to a member, which no person
// stands behind.
func IsListManager(h *Header) bool {
	for _, name := range listManagerFields {
		if h.Has(name) {
			return true
		}
	}
	from := strings.ToLower(h.Get("From"))
	return lex.HasPhrase(from, listManagers)
}

var listManagerFields = []string{
	"X-List-Administrivia", // Mailman
	"X-Mailman-Approved-At",
}

// listManagers are what the From field of list managers holds.
var listManagers = []string{"listmanager", "majordomo@", "listserv@", "listproc@", "sympa@", "mailman@", "ecartis@", "ezmlm@", "-request@", "-confirm@"}

// autoReplyFields are written by nothing but responders.
var autoReplyFields = []string{
	"X-Autoreply", // ISPs
	"X-Autorespond",
	"X-Autoresponder",   // qmail's autorespond
	"X-Mail-Autoreply",  // cPanel
	"X-Auto-Reply-From", // Oracle
	"X-Autoreply-From",
	"X-Autoresponse",
	"X-Vacation-Reply-To", // GroupWise
	"X-OTRS-Loop",         // OTRS, Znuny: on what the system sends by itself
}

// ticketFields are written by help desks on all that they send about a ticket.
var ticketFields = []string{"RT-Ticket", "X-JIRA-FingerPrint", "X-Zendesk-From-Account-Id", "X-Freshdesk-Ticket-Id", "X-ServiceNow-Generated"}

// autoReplySubjects stand in the subject of answers by responders.
var autoReplySubjects = []string{
	"out of office", "out of the office", "away from the office", "away from office", "vacation reply", "automatic response", "automated response", "automated reply", "automatic reply", "auto-reply", "autoreply", "auto reply", "auto response",
	"autoresponse", "vacation message", "on vacation", "away from my mail",
	"[request received]", "[ticket created]", "thank you for contacting", // Zendesk, Freshdesk
	"abwesenheitsnotiz", "automatische antwort", "abwesend", // German
	"risposta automatica", "fuori sede", "fuori ufficio", "assente", // Italian
	"réponse automatique", "reponse automatique", "absence du bureau", "message d'absence", "absent du bureau", // French
	"respuesta automática", "respuesta automatica", "autorespuesta", "fuera de la oficina", "fuera de oficina", // Spanish
	"resposta automática", "resposta automatica", "ausência temporária", "fora do escritório", // Portuguese
	"automatiskt svar", "autosvar", "frånvaro", // Swedish
	"automatisk svar", "fraværsbesked", "fraværsmelding", // Danish, Norwegian
	"automaattinen vastaus", "poissaoloviesti", // Finnish
	"automatisch antwoord", "afwezig", // Dutch
	"automatyczna odpowied", "autoodpowied", "poza biurem", "nieobecność w biurze", // Polish
	"automatická odpověď", "automatická odpoveď", "automatikus válasz", "automatikus üzenet", "răspuns automat", "otomatik yanıt", "otomatik cevap", "ofis dışında", // Czech, Slovak, Hungarian, Romanian, Turkish
	"автоответ", "автоматический ответ", "автоматична відповідь", "автовідповідь", "автоматичен отговор", "извън офиса", "аутоматски одговор", // Russian, Ukrainian, Bulgarian, Serbian
	"αυτόματη απάντηση", "εκτός γραφείου", // Greek
	"מענה אוטומטי", "תשובה אוטומטית", "תגובה אוטומטית", "מחוץ למשרד", // Hebrew
	"رد تلقائي", "الرد التلقائي", "رد آلي", "خارج المكتب", // Arabic
	"automatski odgovor", "samodejni odgovor", "avtomatski odgovor", // Croatian, Slovenian
	"automatinis atsakymas", "automātiskā atbilde", "automātiska atbilde", "automaatvastus", "automaatne vastus", // Lithuanian, Latvian, Estonian
	"ตอบกลับอัตโนมัติ", "trả lời tự động", "phản hồi tự động", "balasan otomatis", "jawaban otomatis", "di luar kantor", // Thai, Vietnamese, Indonesian
	"自動応答", "自動返信", "不在通知", "不在のお知らせ", // Japanese
	"自动回复", "自動回覆", "自动答复", // Chinese
	"자동 회신", "자동응답", "부재중", // Korean
}

// challengeSubjects stand in the subject of challenges.
var challengeSubjects = []string{
	"verify#",                                                                    // BoxTrapper
	"please confirm your message", "sender verification", "verify your email to", // TMDA, SpamArrest
	"requires your confirmation", "waiting for your confirmation", "spam arrest", "spamarrest", "boxbe", "challenge message",
	"confirmation requise pour votre message", "bitte bestätigen sie ihre nachricht", "conferma il tuo messaggio", "confirme su mensaje",
}

// maxChallenge is how much of a text is searched for a challenge.
const maxChallenge = 4 << 10

// challengeTexts stand in the text of challenges.
var challengeTexts = []string{
	"real live human being", "not a spam source", // BoxTrapper
	"protecting myself from receiving junk", "so i can receive your email", // SpamArrest
	"to have your message delivered", "to deliver your message, please", "click the link below to have your",
	"reply to this message to confirm", "reply to this email to confirm", "replying to this message to confirm", "complete the captcha", "solve the captcha", "kein spammer sind",
	"confirm that you are a human", "prove that you are human", "prove you are human", "added to the list of allowed senders",
	"click here to deliver your message", "your message was waitlisted", "to my guest list", // Boxbe
	"senders i have approved", "list of approved senders", // EarthLink
	"confirm that your message", "verify that you are a real person", "release your message from quarantine",
	"bestätigen sie den absender", "bestätigen sie ihre nachricht", "als absender freischalten", // German
	"afin de confirmer votre adresse", "confirmer que vous êtes", // French
	"confirme o envio", "para que a sua mensagem seja entregue", "para que sua mensagem seja entregue", "para que ela seja entregue", // Portuguese
	"para que su mensaje sea entregado", "confirme que usted", // Spanish
	"per confermare il messaggio", "affinché il messaggio venga consegnato", // Italian
}

// DigestPhrases tell the list of what a filter holds back for its reader.
var DigestPhrases = []string{
	"quarantine report", "quarantine digest", "quarantine summary", "quarantine notification", "quarantined messages", "quarantined mail", "spam digest", "spam report", "spam summary", "held in quarantine", "emails in quarantine", "messages in quarantine",
	"quarantäne-bericht", "quarantänebericht", "spam-bericht", "in quarantäne gehalten", "rapport de quarantaine", "rapporto di quarantena", "informe de cuarentena", "quarantaine-overzicht",
}
