package ndr

import "strings"

// A label is what the name in front of a colon or tab says about the value
// behind it.
type label uint8

const (
	noLabel label = iota
	labelRecipient
	// labelTo is a recipient where the text names none otherwise: a report
	// quotes the To field of the message as well.
	labelTo
	labelOriginal
	labelSender
	labelReason
	labelDiagnostic
	labelRemote
	labelServer
	labelStatus
	labelAction
	labelLastAttempt
)

// labels are the names, in lower case, by language. The fields of RFC 3464 are
// among them since many systems write them into the text.
var labels = map[string]label{
	// RFC 3464 and RFC 6533
	"final-recipient": labelRecipient, "original-recipient": labelOriginal, "diagnostic-code": labelDiagnostic, "remote-mta": labelRemote,
	"reporting-mta": labelServer, "status": labelStatus, "action": labelAction, "last-attempt-date": labelLastAttempt,
	// English
	"recipient": labelRecipient, "recipients": labelRecipient, "recipient(s)": labelRecipient, "recipient address": labelRecipient, "recipient's address": labelRecipient, "recipient email": labelRecipient,
	"recipient e-mail": labelRecipient, "recipient name": labelRecipient, "failed recipient": labelRecipient, "failed recipients": labelRecipient, "failed recipient(s)": labelRecipient, "failed address": labelRecipient,
	"rejected recipient": labelRecipient, "bounced address": labelRecipient, "undeliverable address": labelRecipient, "undelivered to": labelRecipient, "destination address": labelRecipient, "email address": labelRecipient,
	"e-mail address": labelRecipient, "address": labelRecipient, "addressed to": labelRecipient, "addressee": labelRecipient, "rcpt to": labelRecipient, "rcpt": labelRecipient, "envelope recipient": labelRecipient, "envelope to": labelRecipient,
	"intended recipient": labelRecipient, "intended recipients": labelRecipient, "mailbox": labelRecipient, "failed to deliver to": labelRecipient, "undeliverable to": labelRecipient, "not delivered to": labelRecipient, "delivery failed": labelRecipient,
	"user": labelRecipient, "list address": labelRecipient, "unknown user": labelRecipient, "affected recipient": labelRecipient, "affected recipients": labelRecipient, "mail address": labelRecipient,
	"to": labelTo, "recipient to": labelTo, "message to": labelTo, "delivery to": labelTo, "mail to": labelTo, "sent to": labelTo, "email sent to": labelTo, "message sent to": labelTo, "mail sent to": labelTo, "cc": labelTo,
	"original address": labelOriginal, "original recipient": labelOriginal,
	"from": labelSender, "sender": labelSender, "mail from": labelSender, "reply-to": labelSender, "return-path": labelSender, "envelope from": labelSender, "envelope sender": labelSender, "sender address": labelSender, "message from": labelSender,
	"message-id": labelSender, "message id": labelSender, "messageid": labelSender, "envelope-from": labelSender, "sent by": labelSender, "email sent by": labelSender, "message sent by": labelSender, "errors-to": labelSender, "contact": labelSender, "e-mail": labelSender, "email": labelSender, "your email address": labelSender, "your e-mail address": labelSender, "your address": labelSender,
	"reason": labelReason, "reasons": labelReason, "error": labelReason, "errors": labelReason, "error message": labelReason, "error text": labelReason, "error description": labelReason, "error details": labelReason, "error code": labelReason, "failure reason": labelReason,
	"failure": labelReason, "cause": labelReason, "details": labelReason, "explanation": labelReason, "problem": labelReason, "description": labelReason, "rejection reason": labelReason, "error type": labelReason, "technical details": labelReason,
	"bounce reason": labelReason, "reason for failure": labelReason, "reason of failure": labelReason, "last error": labelReason, "delay reason": labelReason, "because": labelReason, "message": labelReason, "error reason": labelReason, "result": labelReason, "error for": labelRecipient, "reject reason": labelReason, "reason code": labelReason,
	"diagnostic code": labelDiagnostic, "diagnostic": labelDiagnostic, "diagnostics": labelDiagnostic, "diagnostic information": labelDiagnostic, "server response": labelDiagnostic, "smtp error": labelDiagnostic, "smtp response": labelDiagnostic, "smtp reply": labelDiagnostic, "response": labelDiagnostic, "reply": labelDiagnostic,
	"remote response": labelDiagnostic, "server message": labelDiagnostic, "server reply": labelDiagnostic, "server error": labelDiagnostic, "smtp status": labelDiagnostic, "remote error": labelDiagnostic, "smtp code": labelDiagnostic, "remote server returned": labelDiagnostic, "smtp diagnostic": labelDiagnostic, "last response": labelDiagnostic,
	"the server responded": labelDiagnostic, "the response was": labelDiagnostic, "the error was": labelDiagnostic, "response from server": labelDiagnostic, "response message": labelDiagnostic, "reply from server": labelDiagnostic, "mail server said": labelDiagnostic,
	"remote server": labelRemote, "remote host": labelRemote, "remote system": labelRemote, "remote mta": labelRemote, "remote mail server": labelRemote, "destination server": labelRemote, "destination host": labelRemote, "receiving server": labelRemote, "remote": labelRemote, "mx": labelRemote, "mx host": labelRemote, "host": labelRemote, "server": labelRemote, "recipient server": labelRemote, "mail server": labelRemote, "smtp server": labelRemote, "the smtp server was": labelRemote, "the mail server was": labelRemote, "the server was": labelRemote,
	"reporting server": labelServer, "reporting host": labelServer, "reporting mta": labelServer, "generating server": labelServer, "generated by": labelServer, "dr generated by": labelServer, "dsn generated by": labelServer,
	"status code": labelStatus, "enhanced status code": labelStatus, "dsn": labelStatus, "last attempt": labelLastAttempt,
	// German
	"empfänger": labelRecipient, "empfängeradresse": labelRecipient, "e-mail-adresse": labelRecipient, "adresse": labelRecipient, "adressat": labelRecipient, "an": labelTo, "absender": labelSender, "von": labelSender,
	"grund": labelReason, "ursache": labelReason, "fehler": labelReason, "fehlermeldung": labelReason, "fehlergrund": labelReason, "begründung": labelReason, "fehlerbeschreibung": labelReason, "fehlercode": labelReason, "antwort": labelDiagnostic, "serverantwort": labelDiagnostic, "antwort des servers": labelDiagnostic, "entfernter server": labelRemote, "zielserver": labelRemote,
	// French
	"destinataire": labelRecipient, "destinataires": labelRecipient, "adresse du destinataire": labelRecipient, "adresse e-mail": labelRecipient, "à": labelTo, "de": labelSender, "expéditeur": labelSender,
	"raison": labelReason, "motif": labelReason, "erreur": labelReason, "cause de l'erreur": labelReason, "message d'erreur": labelReason, "réponse": labelDiagnostic, "réponse du serveur": labelDiagnostic, "serveur distant": labelRemote,
	// Italian
	"destinatario": labelRecipient, "destinatari": labelRecipient, "indirizzo": labelRecipient, "indirizzo del destinatario": labelRecipient, "a": labelTo, "da": labelSender, "mittente": labelSender, "motivo": labelReason, "causa": labelReason, "errore": labelReason, "messaggio di errore": labelReason, "risposta": labelDiagnostic, "risposta del server": labelDiagnostic, "server remoto": labelRemote, "dettagli": labelReason,
	// Spanish, Portuguese
	"destinatarios": labelRecipient, "dirección": labelRecipient, "para": labelTo, "remitente": labelSender, "razón": labelReason, "error devuelto": labelReason, "mensaje de error": labelReason, "respuesta": labelDiagnostic, "respuesta del servidor": labelDiagnostic, "servidor remoto": labelRemote,
	"destinatário": labelRecipient, "destinatários": labelRecipient, "endereço": labelRecipient, "remetente": labelSender, "razão": labelReason, "erro": labelReason, "mensagem de erro": labelReason, "resposta": labelDiagnostic, "resposta do servidor": labelDiagnostic,
	// Dutch, Polish
	"ontvanger": labelRecipient, "geadresseerde": labelRecipient, "adres": labelRecipient, "aan": labelTo, "van": labelSender, "afzender": labelSender, "reden": labelReason, "fout": labelReason, "foutmelding": labelReason,
	"odbiorca": labelRecipient, "adresat": labelRecipient, "do": labelTo, "od": labelSender, "nadawca": labelSender, "powód": labelReason, "przyczyna": labelReason, "błąd": labelReason,
	// Danish, Norwegian, Swedish, Finnish
	"modtager": labelRecipient, "mottaker": labelRecipient, "mottagare": labelRecipient, "vastaanottaja": labelRecipient, "til": labelTo, "till": labelTo, "afsender": labelSender, "avsender": labelSender, "avsändare": labelSender, "lähettäjä": labelSender,
	"årsag": labelReason, "årsak": labelReason, "orsak": labelReason, "fejl": labelReason, "feil": labelReason, "fel": labelReason, "felmeddelande": labelReason, "syy": labelReason, "virhe": labelReason,
	// Czech, Hungarian, Romanian, Turkish
	"příjemce": labelRecipient, "címzett": labelRecipient, "destinatar": labelRecipient, "alıcı": labelRecipient, "odesílatel": labelSender, "feladó": labelSender, "expeditor": labelSender, "gönderen": labelSender,
	"důvod": labelReason, "příčina": labelReason, "chyba": labelReason, "hiba": labelReason, "motiv": labelReason, "eroare": labelReason, "neden": labelReason, "hata": labelReason,
	// Russian
	"получатель": labelRecipient, "адресат": labelRecipient, "адрес": labelRecipient, "адрес получателя": labelRecipient, "кому": labelTo, "от": labelSender, "отправитель": labelSender, "причина": labelReason, "ошибка": labelReason, "ответ сервера": labelDiagnostic, "сервер": labelRemote,
	// Japanese, Chinese, Korean
	"宛先": labelRecipient, "あて先": labelRecipient, "宛先アドレス": labelRecipient, "宛先メールアドレス": labelRecipient, "送信先": labelRecipient, "送信先アドレス": labelRecipient, "送信先メールアドレス": labelRecipient, "受信者": labelRecipient, "エラーアドレス": labelRecipient, "メールアドレス": labelRecipient, "配信先": labelRecipient,
	"差出人": labelSender, "送信者": labelSender, "送信元": labelSender, "理由": labelReason, "エラー": labelReason, "エラー内容": labelReason, "エラーメッセージ": labelReason, "原因": labelReason, "エラー理由": labelReason, "相手サーバ": labelRemote, "相手サーバー": labelRemote, "相手先サーバ": labelRemote, "相手先サーバー": labelRemote, "接続先": labelRemote, "接続先サーバ": labelRemote, "接続先サーバー": labelRemote, "配送先サーバ": labelRemote, "送信先サーバ": labelRemote, "サーバ": labelRemote, "サーバー": labelRemote,
	"応答": labelDiagnostic, "サーバー応答": labelDiagnostic, "サーバからの応答": labelDiagnostic,
	"收件人": labelRecipient, "收件人地址": labelRecipient, "收件者": labelRecipient, "收信人": labelRecipient, "退信地址": labelRecipient, "收件地址": labelRecipient, "发件人": labelSender, "發件人": labelSender, "寄件者": labelSender, "寄件人": labelSender, "退信原因": labelReason, "原因分析": labelReason, "错误": labelReason, "错误信息": labelReason, "錯誤訊息": labelReason, "失败原因": labelReason, "详细信息": labelReason, "主机": labelRemote, "对方服务器": labelRemote,
	"받는 사람": labelRecipient, "수신자": labelRecipient, "받는사람": labelRecipient, "보낸 사람": labelSender, "보낸사람": labelSender, "실패 사유": labelReason, "사유": labelReason, "이유": labelReason,
}

// maxLabel is the longest name of a label in bytes.
const maxLabel = 48

// isRow reports whether a line reads "Name: value" with a short name.
func isRow(line string) bool {
	i := strings.IndexByte(line[:min(len(line), maxLabel)], ':')
	return i > 0 && i < maxLabel/2 && 'A' <= line[0] && line[0] <= 'Z' && strings.Count(line[:i], " ") < 3
}

// readLabel reads a row "name: value" or "name<tab>value". A full-width colon
// parts them in Chinese and Japanese, and a French one has a blank before it.
func readLabel(line string) (l label, value string) {
	head := line[:min(len(line), maxLabel+3)]
	i := strings.IndexAny(head, ":\t")
	size := 1
	if j := strings.Index(head, "："); j >= 0 && (i < 0 || j < i) {
		i, size = j, len("：")
	}
	if i <= 0 {
		return noLabel, ""
	}
	name := foldLower(strings.Trim(line[:i], " \t*-=#>[].()【】「」<•·|\u00a0"))
	value = strings.TrimSpace(strings.TrimLeft(line[i+size:], " \t:|"))
	if l = labels[name]; l == noLabel {
		l = labels[strings.ReplaceAll(name, "-", " ")]
	}
	return l, value
}
