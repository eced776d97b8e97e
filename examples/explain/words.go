package main

import "golang.org/x/text/language"

// words are the labels of one language.
type words struct {
	kind, reportedBy, message, recipient, first, said, reason, owner, address string
	meaning, cause, fix, link, auth, defect                                   string
	permanent, temporary, stop, keep, accepted                                string

	kinds, actions, owners map[string]string
}

var (
	languages = []language.Tag{language.English, language.Italian, language.Swedish}
	matcher   = language.NewMatcher(languages)
)

// wordsFor returns the labels of the language that fits tag best.
func wordsFor(tag language.Tag) *words {
	_, i, _ := matcher.Match(tag)
	return &labels[i]
}

var labels = [3]words{{
	kind: "what", reportedBy: "reported by", message: "message", recipient: "recipient", first: "first sent to",
	said: "reply", reason: "why", owner: "who must act", address: "address", meaning: "meaning", cause: "cause",
	fix: "to do", link: "see", auth: "authentication", defect: "damage",
	permanent: "permanent", temporary: "temporary", stop: "stop mailing it", keep: "may be mailed again", accepted: "accepted",
	kinds: map[string]string{
		"other": "no report", "failure": "delivery failed", "delay": "delivery is late and will be tried again",
		"success": "delivered or passed on", "feedback": "spam complaint", "disposition": "read receipt",
		"auto-reply": "automatic reply", "challenge": "challenge: confirm before delivery",
	},
	actions: map[string]string{"failed": "failed", "delayed": "delayed", "delivered": "delivered", "relayed": "relayed", "expanded": "expanded", "": "named"},
	owners: map[string]string{
		"": "not said", "sender": "the sender", "sender-admin": "the sender's administrator",
		"service": "the service that carries the mail", "recipient": "the recipient",
		"recipient-admin": "the recipient's administrator", "nobody": "nobody, waiting settles it",
	},
}, {
	kind: "che cosa", reportedBy: "secondo", message: "messaggio", recipient: "destinatario", first: "inviato a",
	said: "risposta", reason: "perché", owner: "chi interviene", address: "indirizzo", meaning: "significato", cause: "causa",
	fix: "da fare", link: "vedere", auth: "autenticazione", defect: "danno",
	permanent: "definitivo", temporary: "temporaneo", stop: "non scrivere più", keep: "si può scrivere ancora", accepted: "accettato",
	kinds: map[string]string{
		"other": "nessun rapporto", "failure": "recapito non riuscito", "delay": "recapito in ritardo, si riproverà",
		"success": "recapitato o inoltrato", "feedback": "segnalazione di spam", "disposition": "conferma di lettura",
		"auto-reply": "risposta automatica", "challenge": "richiesta di conferma prima del recapito",
	},
	actions: map[string]string{"failed": "non riuscito", "delayed": "in ritardo", "delivered": "recapitato", "relayed": "inoltrato", "expanded": "espanso", "": "indicato"},
	owners: map[string]string{
		"": "non indicato", "sender": "il mittente", "sender-admin": "l'amministratore del mittente",
		"service": "il servizio che trasporta la posta", "recipient": "il destinatario",
		"recipient-admin": "l'amministratore del destinatario", "nobody": "nessuno, basta attendere",
	},
}, {
	kind: "vad", reportedBy: "enligt", message: "meddelande", recipient: "mottagare", first: "skickat till",
	said: "svar", reason: "varför", owner: "vem åtgärdar", address: "adress", meaning: "betydelse", cause: "orsak",
	fix: "att göra", link: "se", auth: "autentisering", defect: "skada",
	permanent: "permanent", temporary: "tillfälligt", stop: "sluta skicka dit", keep: "går att skicka till igen", accepted: "mottaget",
	kinds: map[string]string{
		"other": "ingen rapport", "failure": "leveransen misslyckades", "delay": "leveransen är försenad, nya försök görs",
		"success": "levererat eller vidarebefordrat", "feedback": "skräppostanmälan", "disposition": "läskvitto",
		"auto-reply": "automatiskt svar", "challenge": "begäran om bekräftelse före leverans",
	},
	actions: map[string]string{"failed": "misslyckades", "delayed": "försenat", "delivered": "levererat", "relayed": "vidarebefordrat", "expanded": "expanderat", "": "nämnd"},
	owners: map[string]string{
		"": "framgår inte", "sender": "avsändaren", "sender-admin": "avsändarens administratör",
		"service": "tjänsten som förmedlar posten", "recipient": "mottagaren",
		"recipient-admin": "mottagarens administratör", "nobody": "ingen, det räcker att vänta",
	},
}}
