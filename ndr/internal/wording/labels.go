package wording

import (
	"strings"
	"unicode/utf8"

	"example.com/ndr/ndr/internal/lex"
)

// A Label is what the name in front of a colon or tab says about the value
// behind it.
type Label uint8

const (
	NoLabel Label = iota
	LabelRecipient
	// LabelTo is a recipient where the text names none otherwise: a report
	// quotes the To field of the message as well.
	LabelTo
	LabelOriginal
	LabelSender
	LabelReason
	LabelDiagnostic
	LabelRemote
	LabelServer
	LabelStatus
	LabelAction
	LabelLastAttempt
)

// Labels are the names, in lower case, by language. The fields of RFC 3464 are
// among them since many systems write them into the text.
var Labels = map[string]Label{
	// RFC 3464 and RFC 6533
	"final-recipient": LabelRecipient, "original-recipient": LabelOriginal, "diagnostic-code": LabelDiagnostic, "remote-mta": LabelRemote,
	"reporting-mta": LabelServer, "status": LabelStatus, "action": LabelAction, "last-attempt-date": LabelLastAttempt,
	// English
	"recipient": LabelRecipient, "recipients": LabelRecipient, "recipient(s)": LabelRecipient, "recipient address": LabelRecipient, "recipient's address": LabelRecipient, "recipient email": LabelRecipient,
	"recipient e-mail": LabelRecipient, "recipient name": LabelRecipient, "failed recipient": LabelRecipient, "failed recipients": LabelRecipient, "failed recipient(s)": LabelRecipient, "failed address": LabelRecipient,
	"rejected recipient": LabelRecipient, "bounced address": LabelRecipient, "undeliverable address": LabelRecipient, "undelivered to": LabelRecipient, "destination address": LabelRecipient, "email address": LabelRecipient,
	"e-mail address": LabelRecipient, "address": LabelRecipient, "addressed to": LabelRecipient, "addressee": LabelRecipient, "rcpt to": LabelRecipient, "rcpt": LabelRecipient, "envelope recipient": LabelRecipient, "envelope to": LabelRecipient,
	"intended recipient": LabelRecipient, "intended recipients": LabelRecipient, "mailbox": LabelRecipient, "failed to deliver to": LabelRecipient, "undeliverable to": LabelRecipient, "not delivered to": LabelRecipient, "delivery failed": LabelRecipient,
	"user": LabelRecipient, "list address": LabelRecipient, "unknown user": LabelRecipient, "affected recipient": LabelRecipient, "affected recipients": LabelRecipient, "mail address": LabelRecipient,
	"to": LabelTo, "recipient to": LabelTo, "message to": LabelTo, "delivery to": LabelTo, "mail to": LabelTo, "sent to": LabelTo, "email sent to": LabelTo, "message sent to": LabelTo, "mail sent to": LabelTo, "cc": LabelTo,
	"original address": LabelOriginal, "original recipient": LabelOriginal,
	"from": LabelSender, "sender": LabelSender, "mail from": LabelSender, "reply-to": LabelSender, "return-path": LabelSender, "envelope from": LabelSender, "envelope sender": LabelSender, "sender address": LabelSender, "message from": LabelSender,
	"message-id": LabelSender, "message id": LabelSender, "messageid": LabelSender, "envelope-from": LabelSender, "sent by": LabelSender, "email sent by": LabelSender, "message sent by": LabelSender, "errors-to": LabelSender, "contact": LabelSender, "e-mail": LabelSender, "email": LabelSender, "your email address": LabelSender, "your e-mail address": LabelSender, "your address": LabelSender,
	"reason": LabelReason, "reasons": LabelReason, "error": LabelReason, "errors": LabelReason, "error message": LabelReason, "error text": LabelReason, "error description": LabelReason, "error details": LabelReason, "error code": LabelReason, "failure reason": LabelReason,
	"failure": LabelReason, "cause": LabelReason, "details": LabelReason, "explanation": LabelReason, "problem": LabelReason, "description": LabelReason, "rejection reason": LabelReason, "error type": LabelReason, "technical details": LabelReason,
	"bounce reason": LabelReason, "reason for failure": LabelReason, "reason of failure": LabelReason, "last error": LabelReason, "delay reason": LabelReason, "because": LabelReason, "message": LabelReason, "error reason": LabelReason, "result": LabelReason, "error for": LabelRecipient, "reject reason": LabelReason, "reason code": LabelReason,
	"diagnostic code": LabelDiagnostic, "diagnostic": LabelDiagnostic, "diagnostics": LabelDiagnostic, "diagnostic information": LabelDiagnostic, "server response": LabelDiagnostic, "smtp error": LabelDiagnostic, "smtp response": LabelDiagnostic, "smtp reply": LabelDiagnostic, "response": LabelDiagnostic, "reply": LabelDiagnostic,
	"remote response": LabelDiagnostic, "server message": LabelDiagnostic, "server reply": LabelDiagnostic, "server error": LabelDiagnostic, "smtp status": LabelDiagnostic, "remote error": LabelDiagnostic, "smtp code": LabelDiagnostic, "remote server returned": LabelDiagnostic, "smtp diagnostic": LabelDiagnostic, "last response": LabelDiagnostic,
	"the server responded": LabelDiagnostic, "the response was": LabelDiagnostic, "the error was": LabelDiagnostic, "response from server": LabelDiagnostic, "response message": LabelDiagnostic, "reply from server": LabelDiagnostic, "mail server said": LabelDiagnostic,
	"remote server": LabelRemote, "remote host": LabelRemote, "remote system": LabelRemote, "remote mta": LabelRemote, "remote mail server": LabelRemote, "destination server": LabelRemote, "destination host": LabelRemote, "receiving server": LabelRemote, "remote": LabelRemote, "mx": LabelRemote, "mx host": LabelRemote, "host": LabelRemote, "server": LabelRemote, "recipient server": LabelRemote, "mail server": LabelRemote, "smtp server": LabelRemote, "the smtp server was": LabelRemote, "the mail server was": LabelRemote, "the server was": LabelRemote,
	"reporting server": LabelServer, "reporting host": LabelServer, "reporting mta": LabelServer, "generating server": LabelServer, "generated by": LabelServer, "dr generated by": LabelServer, "dsn generated by": LabelServer,
	"status code": LabelStatus, "enhanced status code": LabelStatus, "dsn": LabelStatus, "last attempt": LabelLastAttempt,
	// German
	"empfänger": LabelRecipient, "empfängeradresse": LabelRecipient, "e-mail-adresse": LabelRecipient, "adresse": LabelRecipient, "adressat": LabelRecipient, "an": LabelTo, "absender": LabelSender, "von": LabelSender,
	"grund": LabelReason, "ursache": LabelReason, "fehler": LabelReason, "fehlermeldung": LabelReason, "fehlergrund": LabelReason, "begründung": LabelReason, "fehlerbeschreibung": LabelReason, "fehlercode": LabelReason, "antwort": LabelDiagnostic, "serverantwort": LabelDiagnostic, "antwort des servers": LabelDiagnostic, "entfernter server": LabelRemote, "zielserver": LabelRemote,
	// French
	"destinataire": LabelRecipient, "destinataires": LabelRecipient, "adresse du destinataire": LabelRecipient, "adresse e-mail": LabelRecipient, "à": LabelTo, "de": LabelSender, "expéditeur": LabelSender,
	"raison": LabelReason, "motif": LabelReason, "erreur": LabelReason, "cause de l'erreur": LabelReason, "message d'erreur": LabelReason, "réponse": LabelDiagnostic, "réponse du serveur": LabelDiagnostic, "serveur distant": LabelRemote,
	// Italian
	"destinatario": LabelRecipient, "destinatari": LabelRecipient, "indirizzo": LabelRecipient, "indirizzo del destinatario": LabelRecipient, "a": LabelTo, "da": LabelSender, "mittente": LabelSender, "motivo": LabelReason, "causa": LabelReason, "errore": LabelReason, "messaggio di errore": LabelReason, "risposta": LabelDiagnostic, "risposta del server": LabelDiagnostic, "server remoto": LabelRemote, "dettagli": LabelReason,
	// Spanish, Portuguese
	"destinatarios": LabelRecipient, "dirección": LabelRecipient, "para": LabelTo, "remitente": LabelSender, "razón": LabelReason, "error devuelto": LabelReason, "mensaje de error": LabelReason, "respuesta": LabelDiagnostic, "respuesta del servidor": LabelDiagnostic, "servidor remoto": LabelRemote,
	"destinatário": LabelRecipient, "destinatários": LabelRecipient, "endereço": LabelRecipient, "remetente": LabelSender, "razão": LabelReason, "erro": LabelReason, "mensagem de erro": LabelReason, "resposta": LabelDiagnostic, "resposta do servidor": LabelDiagnostic,
	// Dutch, Polish
	"ontvanger": LabelRecipient, "geadresseerde": LabelRecipient, "adres": LabelRecipient, "aan": LabelTo, "van": LabelSender, "afzender": LabelSender, "reden": LabelReason, "fout": LabelReason, "foutmelding": LabelReason,
	"odbiorca": LabelRecipient, "adresat": LabelRecipient, "do": LabelTo, "od": LabelSender, "nadawca": LabelSender, "powód": LabelReason, "przyczyna": LabelReason, "błąd": LabelReason,
	// Danish, Norwegian, Swedish, Finnish
	"modtager": LabelRecipient, "mottaker": LabelRecipient, "mottagare": LabelRecipient, "vastaanottaja": LabelRecipient, "til": LabelTo, "till": LabelTo, "afsender": LabelSender, "avsender": LabelSender, "avsändare": LabelSender, "lähettäjä": LabelSender,
	"årsag": LabelReason, "årsak": LabelReason, "orsak": LabelReason, "fejl": LabelReason, "feil": LabelReason, "fel": LabelReason, "felmeddelande": LabelReason, "syy": LabelReason, "virhe": LabelReason,
	// Czech, Hungarian, Romanian, Turkish
	"příjemce": LabelRecipient, "címzett": LabelRecipient, "destinatar": LabelRecipient, "alıcı": LabelRecipient, "odesílatel": LabelSender, "feladó": LabelSender, "expeditor": LabelSender, "gönderen": LabelSender,
	"důvod": LabelReason, "příčina": LabelReason, "chyba": LabelReason, "hiba": LabelReason, "motiv": LabelReason, "eroare": LabelReason, "neden": LabelReason, "hata": LabelReason,
	// Russian
	"получатель": LabelRecipient, "адресат": LabelRecipient, "адрес": LabelRecipient, "адрес получателя": LabelRecipient, "кому": LabelTo, "от": LabelSender, "отправитель": LabelSender, "причина": LabelReason, "ошибка": LabelReason, "ответ сервера": LabelDiagnostic, "сервер": LabelRemote,
	// Japanese, Chinese, Korean
	"宛先": LabelRecipient, "あて先": LabelRecipient, "宛先アドレス": LabelRecipient, "宛先メールアドレス": LabelRecipient, "送信先": LabelRecipient, "送信先アドレス": LabelRecipient, "送信先メールアドレス": LabelRecipient, "受信者": LabelRecipient, "エラーアドレス": LabelRecipient, "メールアドレス": LabelRecipient, "配信先": LabelRecipient,
	"差出人": LabelSender, "送信者": LabelSender, "送信元": LabelSender, "理由": LabelReason, "エラー": LabelReason, "エラー内容": LabelReason, "エラーメッセージ": LabelReason, "原因": LabelReason, "エラー理由": LabelReason, "相手サーバ": LabelRemote, "相手サーバー": LabelRemote, "相手先サーバ": LabelRemote, "相手先サーバー": LabelRemote, "接続先": LabelRemote, "接続先サーバ": LabelRemote, "接続先サーバー": LabelRemote, "配送先サーバ": LabelRemote, "送信先サーバ": LabelRemote, "サーバ": LabelRemote, "サーバー": LabelRemote,
	"応答": LabelDiagnostic, "サーバー応答": LabelDiagnostic, "サーバからの応答": LabelDiagnostic,
	"收件人": LabelRecipient, "收件人地址": LabelRecipient, "收件者": LabelRecipient, "收信人": LabelRecipient, "退信地址": LabelRecipient, "收件地址": LabelRecipient, "发件人": LabelSender, "發件人": LabelSender, "寄件者": LabelSender, "寄件人": LabelSender, "退信原因": LabelReason, "原因分析": LabelReason, "错误": LabelReason, "错误信息": LabelReason, "錯誤訊息": LabelReason, "失败原因": LabelReason, "详细信息": LabelReason, "主机": LabelRemote, "对方服务器": LabelRemote,
	"받는 사람": LabelRecipient, "수신자": LabelRecipient, "받는사람": LabelRecipient, "보낸 사람": LabelSender, "보낸사람": LabelSender, "실패 사유": LabelReason, "사유": LabelReason, "이유": LabelReason,
	// German
	"empfänger der nachricht": LabelRecipient, "empfänger-adresse": LabelRecipient, "e-mail-adresse des empfängers": LabelRecipient, "adresse des empfängers": LabelRecipient, "mailadresse": LabelRecipient, "zieladresse": LabelRecipient, "betroffener empfänger": LabelRecipient, "betroffene empfänger": LabelRecipient, "nicht zustellbar an": LabelRecipient, "nicht zugestellt an": LabelRecipient, "betroffene adresse": LabelRecipient, "postfach": LabelRecipient,
	"gesendet an": LabelTo, "nachricht an": LabelTo,
	"absenderadresse": LabelSender, "absender-adresse": LabelSender, "gesendet von": LabelSender, "nachricht von": LabelSender, "ihre e-mail-adresse": LabelSender,
	"ablehnungsgrund": LabelReason, "grund der ablehnung": LabelReason, "grund der unzustellbarkeit": LabelReason, "grund der nichtzustellung": LabelReason, "grund für die ablehnung": LabelReason, "fehlertext": LabelReason, "fehlerursache": LabelReason, "fehlerdetails": LabelReason, "technische details": LabelReason, "beschreibung": LabelReason, "erläuterung": LabelReason, "erklärung": LabelReason, "meldung": LabelReason, "diagnose": LabelReason, "letzter fehler": LabelReason,
	"antwort vom server": LabelDiagnostic, "antwort des empfängerservers": LabelDiagnostic, "antwort des zielservers": LabelDiagnostic, "smtp-antwort": LabelDiagnostic, "smtp-fehler": LabelDiagnostic, "smtp-meldung": LabelDiagnostic, "servermeldung": LabelDiagnostic, "meldung des servers": LabelDiagnostic, "fehlermeldung des servers": LabelDiagnostic, "rückmeldung des servers": LabelDiagnostic, "antwort der gegenstelle": LabelDiagnostic, "technische meldung": LabelDiagnostic,
	"empfangender server": LabelRemote, "empfangsserver": LabelRemote, "empfängerserver": LabelRemote, "mailserver des empfängers": LabelRemote, "server des empfängers": LabelRemote, "zielrechner": LabelRemote, "zielsystem": LabelRemote, "zielhost": LabelRemote, "gegenstelle": LabelRemote, "entferntes system": LabelRemote, "mailserver": LabelRemote, "empfänger-server": LabelRemote, "abgelehnt von": LabelRemote,
	"berichtender server": LabelServer, "meldender server": LabelServer, "gemeldet von": LabelServer, "erstellt von": LabelServer, "absendender server": LabelServer,
	"statuscode": LabelStatus, "status-code": LabelStatus,
	"letzter versuch": LabelLastAttempt, "letzter zustellversuch": LabelLastAttempt,
	// French
	"adresse du (des) destinataire(s)": LabelRecipient, "adresse(s)": LabelRecipient, "destinataire(s)": LabelRecipient, "adresse électronique": LabelRecipient, "adresse mail": LabelRecipient, "adresse de messagerie": LabelRecipient, "adresse courriel": LabelRecipient, "destinataire concerné": LabelRecipient, "destinataires concernés": LabelRecipient, "adresse concernée": LabelRecipient, "non remis à": LabelRecipient, "boîte aux lettres": LabelRecipient,
	"envoyé à": LabelTo, "message à": LabelTo, "message pour": LabelTo, "pour": LabelTo,
	"émetteur": LabelSender, "adresse de l'expéditeur": LabelSender, "envoyé par": LabelSender, "votre adresse": LabelSender,
	"raison du rejet": LabelReason, "motif du rejet": LabelReason, "raison de l'échec": LabelReason, "motif de l'échec": LabelReason, "code d'erreur": LabelReason, "détails": LabelReason, "détail": LabelReason, "détail de l'erreur": LabelReason, "détails de l'erreur": LabelReason, "explication": LabelReason, "problème": LabelReason, "description de l'erreur": LabelReason, "texte de l'erreur": LabelReason, "motif du refus": LabelReason, "raison du refus": LabelReason, "dernière erreur": LabelReason, "diagnostic technique": LabelReason, "détails techniques": LabelReason,
	"réponse du serveur distant": LabelDiagnostic, "réponse smtp": LabelDiagnostic, "réponse distante": LabelDiagnostic, "erreur smtp": LabelDiagnostic, "message du serveur": LabelDiagnostic, "erreur du serveur": LabelDiagnostic, "le serveur a répondu": LabelDiagnostic, "retour du serveur": LabelDiagnostic, "réponse du serveur destinataire": LabelDiagnostic,
	"serveur": LabelRemote, "serveur destinataire": LabelRemote, "serveur de destination": LabelRemote, "serveur du destinataire": LabelRemote, "serveur de messagerie distant": LabelRemote, "hôte distant": LabelRemote, "machine distante": LabelRemote, "système distant": LabelRemote, "serveur contacté": LabelRemote, "refusé par": LabelRemote,
	"serveur émetteur": LabelServer, "serveur de génération": LabelServer, "serveur de signalement": LabelServer, "généré par": LabelServer, "serveur générateur": LabelServer,
	"code d'état": LabelStatus, "statut": LabelStatus, "code de statut": LabelStatus, "état": LabelStatus,
	"dernière tentative": LabelLastAttempt, "dernier essai": LabelLastAttempt,
	// Italian
	"indirizzo di posta": LabelRecipient, "indirizzo email": LabelRecipient, "indirizzo e-mail": LabelRecipient, "indirizzo di destinazione": LabelRecipient, "indirizzi": LabelRecipient, "destinatario/i": LabelRecipient, "casella": LabelRecipient, "casella di posta": LabelRecipient, "utente": LabelRecipient, "non consegnato a": LabelRecipient, "destinatario non raggiunto": LabelRecipient,
	"inviato a": LabelTo, "messaggio a": LabelTo, "per": LabelTo,
	"indirizzo del mittente": LabelSender, "inviato da": LabelSender, "messaggio da": LabelSender,
	"ragione": LabelReason, "motivo del rifiuto": LabelReason, "motivo dell'errore": LabelReason, "motivazione": LabelReason, "descrizione": LabelReason, "descrizione dell'errore": LabelReason, "descrizione errore": LabelReason, "codice di errore": LabelReason, "codice errore": LabelReason, "problema": LabelReason, "spiegazione": LabelReason, "dettaglio": LabelReason, "dettagli dell'errore": LabelReason, "dettagli tecnici": LabelReason, "causa dell'errore": LabelReason, "motivo della mancata consegna": LabelReason, "ultimo errore": LabelReason, "messaggio d'errore": LabelReason,
	"risposta del server remoto": LabelDiagnostic, "risposta smtp": LabelDiagnostic, "risposta remota": LabelDiagnostic, "errore smtp": LabelDiagnostic, "messaggio del server": LabelDiagnostic, "errore del server": LabelDiagnostic, "il server ha risposto": LabelDiagnostic, "informazioni di diagnostica": LabelDiagnostic,
	"server di destinazione": LabelRemote, "server destinatario": LabelRemote, "server del destinatario": LabelRemote, "host remoto": LabelRemote, "sistema remoto": LabelRemote, "server di posta remoto": LabelRemote, "rifiutato da": LabelRemote,
	"server di generazione": LabelServer, "server mittente": LabelServer, "generato da": LabelServer, "server di report": LabelServer,
	"codice di stato": LabelStatus, "stato": LabelStatus,
	"ultimo tentativo": LabelLastAttempt,
	// Spanish
	"destinatario(s)": LabelRecipient, "destinatario afectado": LabelRecipient, "destinatarios afectados": LabelRecipient, "direccion": LabelRecipient, "direcciones": LabelRecipient, "dirección de correo": LabelRecipient, "dirección de correo electrónico": LabelRecipient, "dirección del destinatario": LabelRecipient, "dirección de destino": LabelRecipient, "correo del destinatario": LabelRecipient, "buzón": LabelRecipient, "usuario": LabelRecipient, "no entregado a": LabelRecipient, "no se pudo entregar a": LabelRecipient,
	"enviado a": LabelTo, "mensaje a": LabelTo, "mensaje para": LabelTo,
	"dirección del remitente": LabelSender, "enviado por": LabelSender, "de parte de": LabelSender,
	"razon": LabelReason, "motivo del rechazo": LabelReason, "motivo del error": LabelReason, "motivo del fallo": LabelReason, "motivo de la devolución": LabelReason, "razón del rechazo": LabelReason, "razón del fallo": LabelReason, "causa del error": LabelReason, "código de error": LabelReason, "descripción": LabelReason, "descripción del error": LabelReason, "detalle": LabelReason, "detalles": LabelReason, "detalles del error": LabelReason, "detalle del error": LabelReason, "explicación": LabelReason, "texto del error": LabelReason, "último problema": LabelReason, "último error": LabelReason, "detalles técnicos": LabelReason,
	"respuesta del servidor remoto": LabelDiagnostic, "respuesta smtp": LabelDiagnostic, "respuesta remota": LabelDiagnostic, "error smtp": LabelDiagnostic, "mensaje del servidor": LabelDiagnostic, "error del servidor": LabelDiagnostic, "el servidor respondió": LabelDiagnostic, "información de diagnóstico": LabelDiagnostic, "respuesta del servidor de destino": LabelDiagnostic, "diagnóstico": LabelDiagnostic, "diagnostico": LabelDiagnostic,
	"servidor": LabelRemote, "servidor de destino": LabelRemote, "servidor destinatario": LabelRemote, "servidor del destinatario": LabelRemote, "servidor de correo remoto": LabelRemote, "equipo remoto": LabelRemote, "servidor receptor": LabelRemote, "rechazado por": LabelRemote,
	"servidor de generación": LabelServer, "servidor generador": LabelServer, "generado por": LabelServer, "servidor remitente": LabelServer, "informado por": LabelServer, "servidor que informa": LabelServer,
	"código de estado": LabelStatus, "estado": LabelStatus,
	"último intento": LabelLastAttempt,
	// Portuguese
	"destinatário(s)": LabelRecipient, "destinatário afetado": LabelRecipient, "destinatários afetados": LabelRecipient, "endereço de e-mail": LabelRecipient, "endereço de email": LabelRecipient, "endereço eletrônico": LabelRecipient, "endereço electrónico": LabelRecipient, "endereço do destinatário": LabelRecipient, "endereço de destino": LabelRecipient, "endereco": LabelRecipient, "caixa postal": LabelRecipient, "caixa de correio": LabelRecipient, "usuário": LabelRecipient, "utilizador": LabelRecipient, "não entregue a": LabelRecipient, "não entregue para": LabelRecipient,
	"enviado para": LabelTo, "mensagem para": LabelTo,
	"endereço do remetente": LabelSender,
	"razao":                 LabelReason, "motivo da recusa": LabelReason, "motivo da rejeição": LabelReason, "motivo do erro": LabelReason, "motivo da falha": LabelReason, "motivo da devolução": LabelReason, "razão da falha": LabelReason, "causa do erro": LabelReason, "código": LabelReason, "código de erro": LabelReason, "código do erro": LabelReason, "descrição": LabelReason, "descrição do erro": LabelReason, "detalhe": LabelReason, "detalhes": LabelReason, "detalhes do erro": LabelReason, "detalhes técnicos": LabelReason, "explicação": LabelReason, "último erro": LabelReason, "causa da falha": LabelReason,
	"resposta do servidor remoto": LabelDiagnostic, "resposta smtp": LabelDiagnostic, "resposta remota": LabelDiagnostic, "erro smtp": LabelDiagnostic, "mensagem do servidor": LabelDiagnostic, "erro do servidor": LabelDiagnostic, "o servidor respondeu": LabelDiagnostic, "informações de diagnóstico": LabelDiagnostic, "resposta do servidor de destino": LabelDiagnostic, "retorno do servidor": LabelDiagnostic, "diagnóstico do servidor": LabelDiagnostic,
	"servidor destinatário": LabelRemote, "servidor do destinatário": LabelRemote, "servidor de correio remoto": LabelRemote, "servidor de e-mail remoto": LabelRemote, "máquina remota": LabelRemote, "recusado por": LabelRemote, "rejeitado por": LabelRemote,
	"servidor gerador": LabelServer, "servidor de geração": LabelServer, "gerado por": LabelServer, "servidor remetente": LabelServer, "servidor de relatório": LabelServer,
	"código de status": LabelStatus,
	"última tentativa": LabelLastAttempt,
	// Dutch
	"ontvanger(s)": LabelRecipient, "ontvangers": LabelRecipient, "geadresseerden": LabelRecipient, "e-mailadres": LabelRecipient, "e-mailadres van de ontvanger": LabelRecipient, "adres van de ontvanger": LabelRecipient, "mailadres": LabelRecipient, "bestemmeling": LabelRecipient, "bestemming": LabelRecipient, "postvak": LabelRecipient, "gebruiker": LabelRecipient, "niet afgeleverd aan": LabelRecipient, "niet bezorgd bij": LabelRecipient,
	"verzonden aan": LabelTo, "bericht aan": LabelTo, "gestuurd naar": LabelTo,
	"verzender": LabelSender, "verzonden door": LabelSender, "adres van de afzender": LabelSender,
	"oorzaak": LabelReason, "fouten": LabelReason, "foutcode": LabelReason, "foutomschrijving": LabelReason, "omschrijving": LabelReason, "beschrijving": LabelReason, "reden van weigering": LabelReason, "reden van afwijzing": LabelReason, "reden van de fout": LabelReason, "uitleg": LabelReason, "toelichting": LabelReason, "probleem": LabelReason, "laatste fout": LabelReason, "foutdetails": LabelReason, "verklaring": LabelReason,
	"antwoord": LabelDiagnostic, "antwoord van de server": LabelDiagnostic, "antwoord van server": LabelDiagnostic, "reactie": LabelDiagnostic, "reactie van de server": LabelDiagnostic, "serverantwoord": LabelDiagnostic, "smtp-antwoord": LabelDiagnostic, "smtp-fout": LabelDiagnostic, "melding van de server": LabelDiagnostic, "servermelding": LabelDiagnostic, "externe server meldde": LabelDiagnostic, "respons van de server": LabelDiagnostic,
	"ontvangende server": LabelRemote, "externe server": LabelRemote, "server van de ontvanger": LabelRemote, "doelserver": LabelRemote, "bestemmingsserver": LabelRemote, "externe host": LabelRemote, "geweigerd door": LabelRemote,
	"genererende server": LabelServer, "rapporterende server": LabelServer, "gegenereerd door": LabelServer, "gemeld door": LabelServer,
	"laatste poging": LabelLastAttempt,
	// Danish
	"modtagere": LabelRecipient, "modtager(e)": LabelRecipient, "modtageradresse": LabelRecipient, "modtagerens adresse": LabelRecipient, "e-mailadresse": LabelRecipient, "postkasse": LabelRecipient, "bruger": LabelRecipient, "ikke leveret til": LabelRecipient,
	"sendt til":       LabelTo,
	"afsenderadresse": LabelSender, "sendt af": LabelSender, "fra": LabelSender,
	"årsager": LabelReason, "fejlmeddelelse": LabelReason, "fejlbesked": LabelReason, "fejlkode": LabelReason, "fejlbeskrivelse": LabelReason, "beskrivelse": LabelReason, "begrundelse": LabelReason, "forklaring": LabelReason, "detaljer": LabelReason, "årsag til afvisning": LabelReason, "fejltekst": LabelReason,
	"svar": LabelDiagnostic, "svar fra server": LabelDiagnostic, "svar fra serveren": LabelDiagnostic, "serversvar": LabelDiagnostic, "serverens svar": LabelDiagnostic, "smtp-svar": LabelDiagnostic, "smtp-fejl": LabelDiagnostic, "fejl fra serveren": LabelDiagnostic, "modtagerserverens svar": LabelDiagnostic,
	"modtagerserver": LabelRemote, "modtagerens server": LabelRemote, "modtagende server": LabelRemote, "modtagerens mailserver": LabelRemote, "fjernserver": LabelRemote, "fjern server": LabelRemote, "ekstern server": LabelRemote, "afvist af": LabelRemote,
	"genereret af": LabelServer, "rapporteret af": LabelServer,
	"statuskode":     LabelStatus,
	"seneste forsøg": LabelLastAttempt, "sidste forsøg": LabelLastAttempt,
	// Norwegian
	"mottakere": LabelRecipient, "mottaker(e)": LabelRecipient, "mottakeradresse": LabelRecipient, "mottakers adresse": LabelRecipient, "mottakerens adresse": LabelRecipient, "e-postadresse": LabelRecipient, "postboks": LabelRecipient, "bruker": LabelRecipient, "ikke levert til": LabelRecipient,
	"avsenderadresse": LabelSender, "sendt av": LabelSender, "frå": LabelSender,
	"årsaker": LabelReason, "feilmelding": LabelReason, "feilkode": LabelReason, "feilbeskrivelse": LabelReason, "begrunnelse": LabelReason, "årsak til avvisning": LabelReason, "feiltekst": LabelReason, "feilårsak": LabelReason,
	"svar fra tjener": LabelDiagnostic, "svar fra tjeneren": LabelDiagnostic, "tjenersvar": LabelDiagnostic, "tjenerens svar": LabelDiagnostic, "smtp-feil": LabelDiagnostic, "feil fra serveren": LabelDiagnostic, "mottakerserverens svar": LabelDiagnostic,
	"mottakerserver": LabelRemote, "mottakers server": LabelRemote, "mottakerens server": LabelRemote, "mottakende server": LabelRemote, "mottakende tjener": LabelRemote, "ekstern tjener": LabelRemote, "fjerntjener": LabelRemote, "e-postserver": LabelRemote, "avvist av": LabelRemote, "tjener": LabelRemote,
	"genererende tjener": LabelServer, "generert av": LabelServer, "rapportert av": LabelServer,
	"siste forsøk": LabelLastAttempt,
	// Swedish
	"mottagaradress": LabelRecipient, "mottagarens adress": LabelRecipient, "mottagaren": LabelRecipient, "adress": LabelRecipient, "e-postadress": LabelRecipient, "mottagare (e-post)": LabelRecipient, "brevlåda": LabelRecipient, "användare": LabelRecipient, "ej levererat till": LabelRecipient, "inte levererat till": LabelRecipient,
	"skickat till":   LabelTo,
	"avsändaradress": LabelSender, "avsändarens adress": LabelSender, "skickat av": LabelSender, "från": LabelSender,
	"anledning": LabelReason, "skäl": LabelReason, "orsaken": LabelReason, "felkod": LabelReason, "felbeskrivning": LabelReason, "feltext": LabelReason, "beskrivning": LabelReason, "förklaring": LabelReason, "orsak till avvisning": LabelReason, "felorsak": LabelReason, "senaste fel": LabelReason, "avvisningsorsak": LabelReason,
	"svar från servern": LabelDiagnostic, "svar från server": LabelDiagnostic, "serverns svar": LabelDiagnostic, "smtp-fel": LabelDiagnostic, "fel från servern": LabelDiagnostic, "mottagande servers svar": LabelDiagnostic, "mottagarserverns svar": LabelDiagnostic, "fjärrserverns svar": LabelDiagnostic, "diagnostik": LabelDiagnostic,
	"mottagarserver": LabelRemote, "mottagarens server": LabelRemote, "mottagande server": LabelRemote, "mottagarens e-postserver": LabelRemote, "fjärrserver": LabelRemote, "fjärrvärd": LabelRemote, "avvisad av": LabelRemote, "målserver": LabelRemote,
	"genererande server": LabelServer, "rapporterande server": LabelServer, "genererad av": LabelServer, "rapporterad av": LabelServer, "skapad av": LabelServer,
	"statuskod":      LabelStatus,
	"senaste försök": LabelLastAttempt, "sista försök": LabelLastAttempt,
	// Finnish
	"vastaanottajat": LabelRecipient, "vastaanottajan osoite": LabelRecipient, "osoite": LabelRecipient, "sähköpostiosoite": LabelRecipient, "käyttäjä": LabelRecipient, "postilaatikko": LabelRecipient, "ei toimitettu": LabelRecipient,
	"kenelle": LabelTo, "lähetetty osoitteeseen": LabelTo,
	"lähettäjän osoite": LabelSender, "keneltä": LabelSender,
	"virheen syy": LabelReason, "hylkäyksen syy": LabelReason, "virheilmoitus": LabelReason, "virhekoodi": LabelReason, "virheen kuvaus": LabelReason, "kuvaus": LabelReason, "selitys": LabelReason, "tiedot": LabelReason, "virhetiedot": LabelReason, "viimeisin virhe": LabelReason, "ongelma": LabelReason,
	"palvelimen vastaus": LabelDiagnostic, "vastaus": LabelDiagnostic, "vastaus palvelimelta": LabelDiagnostic, "vastaanottavan palvelimen vastaus": LabelDiagnostic, "smtp-vastaus": LabelDiagnostic, "smtp-virhe": LabelDiagnostic, "etäpalvelimen vastaus": LabelDiagnostic, "palvelimen virheilmoitus": LabelDiagnostic, "palvelimen ilmoitus": LabelDiagnostic,
	"vastaanottava palvelin": LabelRemote, "vastaanottajan palvelin": LabelRemote, "kohdepalvelin": LabelRemote, "etäpalvelin": LabelRemote, "palvelin": LabelRemote, "postipalvelin": LabelRemote, "sähköpostipalvelin": LabelRemote,
	"raportoiva palvelin": LabelServer, "luova palvelin": LabelServer, "luonut": LabelServer,
	"tila": LabelStatus, "tilakoodi": LabelStatus,
	"viimeisin yritys": LabelLastAttempt, "viimeinen yritys": LabelLastAttempt,
	// Polish
	"odbiorcy": LabelRecipient, "odbiorca (odbiorcy)": LabelRecipient, "adresaci": LabelRecipient, "adres odbiorcy": LabelRecipient, "adres e-mail": LabelRecipient, "adres email": LabelRecipient, "adres docelowy": LabelRecipient, "użytkownik": LabelRecipient, "skrzynka": LabelRecipient, "niedostarczono do": LabelRecipient, "nie dostarczono do": LabelRecipient,
	"wysłano do": LabelTo, "wiadomość do": LabelTo,
	"adres nadawcy": LabelSender, "wysłano przez": LabelSender, "wysłane przez": LabelSender,
	"powod": LabelReason, "powody": LabelReason, "powód odrzucenia": LabelReason, "powód błędu": LabelReason, "powód niedostarczenia": LabelReason, "powód zwrotu": LabelReason, "przyczyna błędu": LabelReason, "przyczyna odrzucenia": LabelReason, "przyczyna niedostarczenia": LabelReason, "blad": LabelReason, "kod błędu": LabelReason, "opis": LabelReason, "opis błędu": LabelReason, "komunikat błędu": LabelReason, "komunikat o błędzie": LabelReason, "treść błędu": LabelReason, "szczegóły": LabelReason, "szczegóły błędu": LabelReason, "wyjaśnienie": LabelReason, "ostatni błąd": LabelReason, "dane techniczne": LabelReason, "szczegóły techniczne": LabelReason,
	"odpowiedź serwera": LabelDiagnostic, "odpowiedz serwera": LabelDiagnostic, "odpowiedź": LabelDiagnostic, "odpowiedź zdalnego serwera": LabelDiagnostic, "odpowiedź serwera zdalnego": LabelDiagnostic, "odpowiedź serwera odbiorcy": LabelDiagnostic, "odpowiedź smtp": LabelDiagnostic, "błąd smtp": LabelDiagnostic, "komunikat serwera": LabelDiagnostic, "komunikat": LabelDiagnostic, "błąd serwera": LabelDiagnostic, "serwer odpowiedział": LabelDiagnostic, "diagnostyka": LabelDiagnostic,
	"serwer odbiorcy": LabelRemote, "serwer zdalny": LabelRemote, "zdalny serwer": LabelRemote, "serwer docelowy": LabelRemote, "serwer adresata": LabelRemote, "serwer": LabelRemote, "zdalny host": LabelRemote, "host zdalny": LabelRemote, "host docelowy": LabelRemote, "serwer pocztowy": LabelRemote, "odrzucone przez": LabelRemote,
	"serwer raportujący": LabelServer, "serwer generujący": LabelServer, "wygenerowane przez": LabelServer, "serwer nadawczy": LabelServer, "serwer zgłaszający": LabelServer,
	"kod statusu": LabelStatus, "kod stanu": LabelStatus, "stan": LabelStatus,
	"ostatnia próba": LabelLastAttempt,
	// Czech
	"příjemci": LabelRecipient, "adresát": LabelRecipient, "adresáti": LabelRecipient, "adresa": LabelRecipient, "adresa příjemce": LabelRecipient, "adresa adresáta": LabelRecipient, "e-mail příjemce": LabelRecipient, "e-mailová adresa": LabelRecipient, "uživatel": LabelRecipient, "schránka": LabelRecipient, "nedoručeno": LabelRecipient, "nedoručeno na": LabelRecipient, "nedoručeno komu": LabelRecipient, "prijemce": LabelRecipient,
	"komu": LabelTo, "odesláno na": LabelTo, "zpráva pro": LabelTo,
	"odesilatel": LabelSender, "adresa odesílatele": LabelSender, "od koho": LabelSender,
	"duvod": LabelReason, "důvod nedoručení": LabelReason, "důvod odmítnutí": LabelReason, "důvod chyby": LabelReason, "příčina chyby": LabelReason, "chybové hlášení": LabelReason, "chybová zpráva": LabelReason, "kód chyby": LabelReason, "chybový kód": LabelReason, "popis": LabelReason, "popis chyby": LabelReason, "podrobnosti": LabelReason, "detaily": LabelReason, "vysvětlení": LabelReason, "problém": LabelReason, "poslední chyba": LabelReason, "text chyby": LabelReason, "technické podrobnosti": LabelReason, "technické údaje": LabelReason,
	"odpověď serveru": LabelDiagnostic, "odpověď": LabelDiagnostic, "odpověď vzdáleného serveru": LabelDiagnostic, "odpověď serveru příjemce": LabelDiagnostic, "smtp odpověď": LabelDiagnostic, "odpověď smtp": LabelDiagnostic, "chyba smtp": LabelDiagnostic, "hlášení serveru": LabelDiagnostic, "zpráva serveru": LabelDiagnostic, "server odpověděl": LabelDiagnostic, "diagnostika": LabelDiagnostic,
	"server příjemce": LabelRemote, "vzdálený server": LabelRemote, "cílový server": LabelRemote, "server adresáta": LabelRemote, "přijímající server": LabelRemote, "poštovní server": LabelRemote, "vzdálený počítač": LabelRemote, "odmítl server": LabelRemote,
	"generující server": LabelServer, "hlásící server": LabelServer, "vygeneroval": LabelServer, "vygenerováno serverem": LabelServer,
	"stav": LabelStatus, "stavový kód": LabelStatus, "kód stavu": LabelStatus,
	"poslední pokus": LabelLastAttempt,
	// Slovak
	"príjemca": LabelRecipient, "príjemcovia": LabelRecipient, "adresa príjemcu": LabelRecipient, "e-mail príjemcu": LabelRecipient, "používateľ": LabelRecipient, "nedoručené": LabelRecipient, "nedoručené na": LabelRecipient, "nedoručené komu": LabelRecipient, "prijemca": LabelRecipient,
	"odosielateľ": LabelSender, "adresa odosielateľa": LabelSender, "odosielatel": LabelSender,
	"dôvod": LabelReason, "dovod": LabelReason, "dôvod nedoručenia": LabelReason, "dôvod odmietnutia": LabelReason, "príčina": LabelReason, "pricina": LabelReason, "príčina chyby": LabelReason, "chybové hlásenie": LabelReason, "chybová správa": LabelReason, "vysvetlenie": LabelReason, "posledná chyba": LabelReason, "oneskorenie": LabelReason,
	"odpoveď servera": LabelDiagnostic, "odpoveď": LabelDiagnostic, "odpoveď vzdialeného servera": LabelDiagnostic, "odpoveď servera príjemcu": LabelDiagnostic, "smtp odpoveď": LabelDiagnostic, "odpoveď smtp": LabelDiagnostic, "hlásenie servera": LabelDiagnostic, "správa servera": LabelDiagnostic, "server odpovedal": LabelDiagnostic,
	"server príjemcu": LabelRemote, "vzdialený server": LabelRemote, "cieľový server": LabelRemote, "prijímajúci server": LabelRemote, "poštový server": LabelRemote, "odmietol server": LabelRemote,
	"generujúci server": LabelServer, "hlásiaci server": LabelServer,
	"posledný pokus": LabelLastAttempt,
	// Hungarian
	"címzettek": LabelRecipient, "címzett(ek)": LabelRecipient, "címzett címe": LabelRecipient, "a címzett címe": LabelRecipient, "cím": LabelRecipient, "e-mail cím": LabelRecipient, "e-mail-cím": LabelRecipient, "email cím": LabelRecipient, "felhasználó": LabelRecipient, "postafiók": LabelRecipient, "cimzett": LabelRecipient, "nem kézbesíthető": LabelRecipient,
	"címre": LabelTo, "részére": LabelTo,
	"a feladó címe": LabelSender, "feladó címe": LabelSender, "küldő": LabelSender, "felado": LabelSender,
	"ok": LabelReason, "oka": LabelReason, "az ok": LabelReason, "indok": LabelReason, "hiba oka": LabelReason, "a hiba oka": LabelReason, "az elutasítás oka": LabelReason, "elutasítás oka": LabelReason, "a visszautasítás oka": LabelReason, "hibaüzenet": LabelReason, "hibakód": LabelReason, "hiba leírása": LabelReason, "a hiba leírása": LabelReason, "leírás": LabelReason, "részletek": LabelReason, "magyarázat": LabelReason, "indoklás": LabelReason, "probléma": LabelReason, "hibajelzés": LabelReason, "utolsó hiba": LabelReason, "technikai részletek": LabelReason, "műszaki részletek": LabelReason,
	"kiszolgáló válasza": LabelDiagnostic, "a kiszolgáló válasza": LabelDiagnostic, "a kiszolgáló üzenete": LabelDiagnostic, "kiszolgáló üzenete": LabelDiagnostic, "szerver válasza": LabelDiagnostic, "a szerver válasza": LabelDiagnostic, "a szerver üzenete": LabelDiagnostic, "a távoli szerver válasza": LabelDiagnostic, "a távoli kiszolgáló válasza": LabelDiagnostic, "a távoli kiszolgáló üzenete": LabelDiagnostic, "válasz": LabelDiagnostic, "smtp válasz": LabelDiagnostic, "smtp hiba": LabelDiagnostic, "smtp-hiba": LabelDiagnostic, "smtp-válasz": LabelDiagnostic, "a fogadó szerver válasza": LabelDiagnostic,
	"távoli szerver": LabelRemote, "távoli kiszolgáló": LabelRemote, "fogadó szerver": LabelRemote, "fogadó kiszolgáló": LabelRemote, "cél szerver": LabelRemote, "célkiszolgáló": LabelRemote, "címzett szervere": LabelRemote, "a címzett szervere": LabelRemote, "a címzett kiszolgálója": LabelRemote, "kiszolgáló": LabelRemote, "szerver": LabelRemote, "levelezőszerver": LabelRemote,
	"jelentő kiszolgáló": LabelServer, "jelentő szerver": LabelServer, "létrehozó kiszolgáló": LabelServer, "generáló kiszolgáló": LabelServer, "küldő szerver": LabelServer,
	"állapot": LabelStatus, "állapotkód": LabelStatus, "státusz": LabelStatus, "státuszkód": LabelStatus,
	"utolsó próbálkozás": LabelLastAttempt, "utolsó kísérlet": LabelLastAttempt,
	// Romanian
	"destinatarul": LabelRecipient, "adresa destinatarului": LabelRecipient, "adresă": LabelRecipient, "adresa de e-mail": LabelRecipient, "adresa de email": LabelRecipient, "adresă de e-mail": LabelRecipient, "utilizator": LabelRecipient, "cutie poștală": LabelRecipient, "nelivrat către": LabelRecipient, "nelivrat la": LabelRecipient,
	"către": LabelTo, "catre": LabelTo, "trimis către": LabelTo, "trimis la": LabelTo,
	"expeditorul": LabelSender, "adresa expeditorului": LabelSender, "trimis de": LabelSender, "de la": LabelSender,
	"motivul": LabelReason, "motivul respingerii": LabelReason, "motivul erorii": LabelReason, "motivul refuzului": LabelReason, "cauza": LabelReason, "cauză": LabelReason, "cod de eroare": LabelReason, "codul erorii": LabelReason, "mesaj de eroare": LabelReason, "mesajul de eroare": LabelReason, "eroarea": LabelReason, "descriere": LabelReason, "descrierea erorii": LabelReason, "detalii": LabelReason, "detalii eroare": LabelReason, "detalii tehnice": LabelReason, "explicație": LabelReason, "problemă": LabelReason, "ultima eroare": LabelReason,
	"răspuns": LabelDiagnostic, "răspunsul": LabelDiagnostic, "răspuns server": LabelDiagnostic, "răspunsul serverului": LabelDiagnostic, "răspuns de la server": LabelDiagnostic, "răspunsul serverului la distanță": LabelDiagnostic, "răspunsul serverului destinatar": LabelDiagnostic, "răspuns smtp": LabelDiagnostic, "eroare smtp": LabelDiagnostic, "mesajul serverului": LabelDiagnostic, "serverul a răspuns": LabelDiagnostic, "raspuns": LabelDiagnostic, "raspunsul serverului": LabelDiagnostic,
	"serverul destinatarului": LabelRemote, "server destinatar": LabelRemote, "serverul destinatar": LabelRemote, "server la distanță": LabelRemote, "serverul la distanță": LabelRemote, "serverul de destinație": LabelRemote, "server de destinație": LabelRemote, "serverul": LabelRemote, "gazdă": LabelRemote, "gazda": LabelRemote, "respins de": LabelRemote,
	"server generator": LabelServer, "generat de": LabelServer, "server raportor": LabelServer, "serverul care raportează": LabelServer,
	"stare": LabelStatus, "cod de stare": LabelStatus,
	"ultima încercare": LabelLastAttempt,
	// Bulgarian
	"получател": LabelRecipient, "получатели": LabelRecipient, "получателят": LabelRecipient, "адрес на получателя": LabelRecipient, "имейл адрес": LabelRecipient, "потребител": LabelRecipient, "пощенска кутия": LabelRecipient, "недоставено до": LabelRecipient,
	"до": LabelTo, "изпратено до": LabelTo, "към": LabelTo,
	"подател": LabelSender, "изпращач": LabelSender, "адрес на подателя": LabelSender, "изпратено от": LabelSender, "подател на писмото": LabelSender,
	"причини": LabelReason, "причина за отказа": LabelReason, "причина за грешката": LabelReason, "причина за връщане": LabelReason, "грешка": LabelReason, "съобщение за грешка": LabelReason, "код на грешката": LabelReason, "код за грешка": LabelReason, "описание": LabelReason, "описание на грешката": LabelReason, "подробности": LabelReason, "детайли": LabelReason, "обяснение": LabelReason, "проблем": LabelReason, "последна грешка": LabelReason, "технически подробности": LabelReason,
	"отговор": LabelDiagnostic, "отговор на сървъра": LabelDiagnostic, "отговор от сървъра": LabelDiagnostic, "smtp отговор": LabelDiagnostic, "smtp грешка": LabelDiagnostic, "съобщение на сървъра": LabelDiagnostic, "сървърът отговори": LabelDiagnostic,
	"сървър": LabelRemote, "отдалечен сървър": LabelRemote, "сървър на получателя": LabelRemote, "получаващ сървър": LabelRemote, "приемащ сървър": LabelRemote, "пощенски сървър": LabelRemote, "отказано от": LabelRemote, "хост": LabelRemote,
	"докладващ сървър": LabelServer, "генерирано от": LabelServer, "изпращащ сървър": LabelServer,
	"статус": LabelStatus, "състояние": LabelStatus, "код на състоянието": LabelStatus,
	"последен опит": LabelLastAttempt,
	// Greek
	"παραλήπτης": LabelRecipient, "παραλήπτες": LabelRecipient, "παραλήπτη": LabelRecipient, "διεύθυνση": LabelRecipient, "διεύθυνση παραλήπτη": LabelRecipient, "διεύθυνση email": LabelRecipient, "διεύθυνση e-mail": LabelRecipient, "ηλ. διεύθυνση": LabelRecipient, "χρήστης": LabelRecipient, "γραμματοκιβώτιο": LabelRecipient, "δεν παραδόθηκε σε": LabelRecipient, "δεν παραδόθηκε στον": LabelRecipient,
	"προς": LabelTo, "εστάλη προς": LabelTo,
	"αποστολέας": LabelSender, "αποστολέα": LabelSender, "από": LabelSender, "διεύθυνση αποστολέα": LabelSender,
	"αιτία": LabelReason, "αιτιολογία": LabelReason, "λόγος": LabelReason, "λόγος απόρριψης": LabelReason, "λόγος αποτυχίας": LabelReason, "αιτία αποτυχίας": LabelReason, "αιτία απόρριψης": LabelReason, "σφάλμα": LabelReason, "μήνυμα σφάλματος": LabelReason, "κωδικός σφάλματος": LabelReason, "περιγραφή": LabelReason, "περιγραφή σφάλματος": LabelReason, "λεπτομέρειες": LabelReason, "εξήγηση": LabelReason, "πρόβλημα": LabelReason, "τεχνικές λεπτομέρειες": LabelReason, "τελευταίο σφάλμα": LabelReason,
	"απάντηση": LabelDiagnostic, "απάντηση διακομιστή": LabelDiagnostic, "απάντηση του διακομιστή": LabelDiagnostic, "απάντηση εξυπηρετητή": LabelDiagnostic, "απόκριση": LabelDiagnostic, "απόκριση διακομιστή": LabelDiagnostic, "απόκριση του διακομιστή": LabelDiagnostic, "σφάλμα smtp": LabelDiagnostic, "απάντηση smtp": LabelDiagnostic, "μήνυμα διακομιστή": LabelDiagnostic,
	"διακομιστής": LabelRemote, "διακομιστής παραλήπτη": LabelRemote, "εξυπηρετητής": LabelRemote, "διακομιστής προορισμού": LabelRemote, "εξυπηρετητής παραλήπτη": LabelRemote,
	"διακομιστής αναφοράς": LabelServer, "δημιουργήθηκε από": LabelServer, "διακομιστής δημιουργίας": LabelServer,
	"κατάσταση": LabelStatus, "κωδικός κατάστασης": LabelStatus,
	"τελευταία προσπάθεια": LabelLastAttempt,
	// Turkish
	"alıcılar": LabelRecipient, "alıcı adresi": LabelRecipient, "alıcının adresi": LabelRecipient, "alıcı(lar)": LabelRecipient, "alici": LabelRecipient, "alici adresi": LabelRecipient, "e-posta adresi": LabelRecipient, "eposta adresi": LabelRecipient, "kullanıcı": LabelRecipient, "posta kutusu": LabelRecipient, "iletilemeyen adres": LabelRecipient, "teslim edilemeyen": LabelRecipient,
	"kime": LabelTo, "gönderilen adres": LabelTo,
	"gönderici": LabelSender, "gönderen adresi": LabelSender, "kimden": LabelSender, "gonderen": LabelSender, "gönderenin adresi": LabelSender,
	"sebep": LabelReason, "sebebi": LabelReason, "nedeni": LabelReason, "hata nedeni": LabelReason, "hatanın nedeni": LabelReason, "red nedeni": LabelReason, "ret nedeni": LabelReason, "reddedilme nedeni": LabelReason, "hata mesajı": LabelReason, "hata iletisi": LabelReason, "hata kodu": LabelReason, "hata açıklaması": LabelReason, "açıklama": LabelReason, "aciklama": LabelReason, "ayrıntılar": LabelReason, "ayrıntı": LabelReason, "detay": LabelReason, "detaylar": LabelReason, "sorun": LabelReason, "sonuç": LabelReason, "son hata": LabelReason, "hata ayrıntıları": LabelReason, "teknik ayrıntılar": LabelReason, "gerekçe": LabelReason,
	"yanıt": LabelDiagnostic, "cevap": LabelDiagnostic, "sunucu yanıtı": LabelDiagnostic, "sunucunun yanıtı": LabelDiagnostic, "sunucu cevabı": LabelDiagnostic, "sunucunun cevabı": LabelDiagnostic, "uzak sunucu yanıtı": LabelDiagnostic, "uzak sunucunun yanıtı": LabelDiagnostic, "karşı sunucunun yanıtı": LabelDiagnostic, "alıcı sunucu yanıtı": LabelDiagnostic, "smtp yanıtı": LabelDiagnostic, "smtp hatası": LabelDiagnostic, "sunucu mesajı": LabelDiagnostic, "sunucu iletisi": LabelDiagnostic,
	"sunucu": LabelRemote, "uzak sunucu": LabelRemote, "karşı sunucu": LabelRemote, "alıcı sunucu": LabelRemote, "alıcı sunucusu": LabelRemote, "hedef sunucu": LabelRemote, "alıcının sunucusu": LabelRemote, "e-posta sunucusu": LabelRemote, "reddeden sunucu": LabelRemote,
	"bildiren sunucu": LabelServer, "oluşturan sunucu": LabelServer, "raporlayan sunucu": LabelServer, "gönderen sunucu": LabelServer,
	"durum": LabelStatus, "durum kodu": LabelStatus,
	"son deneme": LabelLastAttempt,
	// Russian
	"получателя": LabelRecipient, "адресаты": LabelRecipient, "адрес электронной почты": LabelRecipient, "электронный адрес": LabelRecipient, "адрес эл. почты": LabelRecipient, "почтовый ящик": LabelRecipient, "пользователь": LabelRecipient, "не доставлено": LabelRecipient, "недоставлено": LabelRecipient, "email получателя": LabelRecipient, "e-mail получателя": LabelRecipient, "эл. адрес": LabelRecipient,
	"отправлено на": LabelTo, "письмо для": LabelTo, "для": LabelTo, "куда": LabelTo,
	"адрес отправителя": LabelSender, "от кого": LabelSender, "отправлено от": LabelSender,
	"причины": LabelReason, "причина отказа": LabelReason, "причина ошибки": LabelReason, "причина возврата": LabelReason, "причина недоставки": LabelReason, "причина отклонения": LabelReason, "причина задержки": LabelReason, "сообщение об ошибке": LabelReason, "текст ошибки": LabelReason, "код ошибки": LabelReason, "описание ошибки": LabelReason, "детали": LabelReason, "пояснение": LabelReason, "объяснение": LabelReason, "проблема": LabelReason, "последняя ошибка": LabelReason, "технические подробности": LabelReason, "диагноз": LabelReason, "сведения об ошибке": LabelReason,
	"ответ": LabelDiagnostic, "ответ удаленного сервера": LabelDiagnostic, "ответ удалённого сервера": LabelDiagnostic, "ответ сервера получателя": LabelDiagnostic, "ответ почтового сервера": LabelDiagnostic, "ответ smtp": LabelDiagnostic, "smtp-ответ": LabelDiagnostic, "ошибка smtp": LabelDiagnostic, "сообщение сервера": LabelDiagnostic, "ошибка сервера": LabelDiagnostic, "сервер ответил": LabelDiagnostic, "диагностика": LabelDiagnostic,
	"сервер получателя": LabelRemote, "удаленный сервер": LabelRemote, "удалённый сервер": LabelRemote, "принимающий сервер": LabelRemote, "почтовый сервер": LabelRemote, "сервер назначения": LabelRemote, "удаленный хост": LabelRemote, "узел": LabelRemote, "отклонено сервером": LabelRemote, "сервер адресата": LabelRemote,
	"создающий сервер": LabelServer, "сообщающий сервер": LabelServer, "отправляющий сервер": LabelServer, "создано сервером": LabelServer, "сформировано сервером": LabelServer,
	"код состояния": LabelStatus, "код статуса": LabelStatus, "состояние": LabelStatus,
	"последняя попытка": LabelLastAttempt,
	// Ukrainian
	"одержувач": LabelRecipient, "одержувачі": LabelRecipient, "отримувач": LabelRecipient, "отримувачі": LabelRecipient, "адресати": LabelRecipient, "адреса": LabelRecipient, "адреса одержувача": LabelRecipient, "адреса отримувача": LabelRecipient, "адреса електронної пошти": LabelRecipient, "електронна адреса": LabelRecipient, "користувач": LabelRecipient, "поштова скринька": LabelRecipient, "не доставлено до": LabelRecipient,
	"відправник": LabelSender, "адреса відправника": LabelSender, "від": LabelSender, "від кого": LabelSender,
	"причина відмови": LabelReason, "причина помилки": LabelReason, "причина повернення": LabelReason, "помилка": LabelReason, "повідомлення про помилку": LabelReason, "текст помилки": LabelReason, "код помилки": LabelReason, "опис": LabelReason, "опис помилки": LabelReason, "подробиці": LabelReason, "деталі": LabelReason, "пояснення": LabelReason, "остання помилка": LabelReason, "технічні подробиці": LabelReason,
	"відповідь": LabelDiagnostic, "відповідь сервера": LabelDiagnostic, "відповідь smtp": LabelDiagnostic, "помилка smtp": LabelDiagnostic, "повідомлення сервера": LabelDiagnostic, "сервер відповів": LabelDiagnostic, "діагностика": LabelDiagnostic,
	"сервер одержувача": LabelRemote, "сервер отримувача": LabelRemote, "віддалений сервер": LabelRemote, "приймаючий сервер": LabelRemote, "поштовий сервер": LabelRemote, "сервер призначення": LabelRemote, "відхилено сервером": LabelRemote,
	"сервер, що звітує": LabelServer, "створено сервером": LabelServer, "сервер відправника": LabelServer,
	"стан": LabelStatus, "код стану": LabelStatus,
	"остання спроба": LabelLastAttempt,
	// Hebrew
	"נמען": LabelRecipient, "נמענים": LabelRecipient, "הנמען": LabelRecipient, "כתובת": LabelRecipient, "כתובת הנמען": LabelRecipient, "כתובת דואר אלקטרוני": LabelRecipient, "כתובת דוא\"ל": LabelRecipient, "כתובת אימייל": LabelRecipient, "משתמש": LabelRecipient, "תיבת דואר": LabelRecipient, "מען": LabelRecipient,
	"אל": LabelTo, "נשלח אל": LabelTo,
	"שולח": LabelSender, "השולח": LabelSender, "מאת": LabelSender, "כתובת השולח": LabelSender,
	"סיבה": LabelReason, "הסיבה": LabelReason, "סיבת הדחייה": LabelReason, "סיבת הכישלון": LabelReason, "סיבת השגיאה": LabelReason, "שגיאה": LabelReason, "הודעת שגיאה": LabelReason, "הודעת השגיאה": LabelReason, "קוד שגיאה": LabelReason, "קוד השגיאה": LabelReason, "תיאור": LabelReason, "תיאור השגיאה": LabelReason, "פרטים": LabelReason, "פרטי השגיאה": LabelReason, "הסבר": LabelReason, "בעיה": LabelReason, "פירוט": LabelReason,
	"תגובה": LabelDiagnostic, "תגובת השרת": LabelDiagnostic, "תשובת השרת": LabelDiagnostic, "תשובה": LabelDiagnostic, "תגובת השרת המרוחק": LabelDiagnostic, "הודעת השרת": LabelDiagnostic, "תשובת שרת הנמען": LabelDiagnostic, "תגובת שרת": LabelDiagnostic, "שגיאת smtp": LabelDiagnostic,
	"שרת": LabelRemote, "שרת הנמען": LabelRemote, "השרת המרוחק": LabelRemote, "שרת מרוחק": LabelRemote, "שרת היעד": LabelRemote, "שרת הדואר": LabelRemote,
	"השרת המדווח": LabelServer, "נוצר על ידי": LabelServer, "שרת מדווח": LabelServer,
	"מצב": LabelStatus, "קוד מצב": LabelStatus, "סטטוס": LabelStatus,
	"ניסיון אחרון": LabelLastAttempt,
	// Arabic
	"المستلم": LabelRecipient, "المستلمون": LabelRecipient, "المستلمين": LabelRecipient, "المرسل إليه": LabelRecipient, "عنوان المستلم": LabelRecipient, "عنوان المرسل إليه": LabelRecipient, "العنوان": LabelRecipient, "عنوان البريد الإلكتروني": LabelRecipient, "المستخدم": LabelRecipient, "صندوق البريد": LabelRecipient, "المتلقي": LabelRecipient,
	"إلى": LabelTo, "الى": LabelTo, "أرسلت إلى": LabelTo,
	"المرسل": LabelSender, "من": LabelSender, "عنوان المرسل": LabelSender,
	"السبب": LabelReason, "سبب": LabelReason, "سبب الرفض": LabelReason, "سبب الفشل": LabelReason, "سبب الخطأ": LabelReason, "سبب عدم التسليم": LabelReason, "سبب الإرجاع": LabelReason, "خطأ": LabelReason, "الخطأ": LabelReason, "رسالة الخطأ": LabelReason, "رمز الخطأ": LabelReason, "كود الخطأ": LabelReason, "وصف الخطأ": LabelReason, "الوصف": LabelReason, "التفاصيل": LabelReason, "تفاصيل": LabelReason, "تفاصيل الخطأ": LabelReason, "الشرح": LabelReason, "المشكلة": LabelReason, "رقم الخطأ": LabelReason,
	"الرد": LabelDiagnostic, "رد": LabelDiagnostic, "رد الخادم": LabelDiagnostic, "استجابة الخادم": LabelDiagnostic, "الاستجابة": LabelDiagnostic, "رد خادم المستلم": LabelDiagnostic, "رد الخادم البعيد": LabelDiagnostic, "رسالة الخادم": LabelDiagnostic, "خطأ smtp": LabelDiagnostic, "رد السيرفر": LabelDiagnostic,
	"الخادم": LabelRemote, "خادم المستلم": LabelRemote, "الخادم البعيد": LabelRemote, "خادم البريد": LabelRemote, "الخادم المستقبل": LabelRemote, "السيرفر": LabelRemote, "الخادم المستلم": LabelRemote,
	"الخادم المرسل": LabelServer, "أنشئت بواسطة": LabelServer, "الخادم المُبلغ": LabelServer,
	"الحالة": LabelStatus, "رمز الحالة": LabelStatus,
	"آخر محاولة": LabelLastAttempt,
	// Japanese
	"宛先メール": LabelRecipient, "宛先のアドレス": LabelRecipient, "宛先のメールアドレス": LabelRecipient, "受信者アドレス": LabelRecipient, "受信者メールアドレス": LabelRecipient, "受信先": LabelRecipient, "受取人": LabelRecipient, "届け先": LabelRecipient, "お届け先": LabelRecipient, "配送先": LabelRecipient, "配送先アドレス": LabelRecipient, "配送先メールアドレス": LabelRecipient, "不達アドレス": LabelRecipient, "不達先": LabelRecipient, "不達宛先": LabelRecipient, "送信相手": LabelRecipient, "送付先": LabelRecipient, "該当アドレス": LabelRecipient, "エラー宛先": LabelRecipient, "エラーメールアドレス": LabelRecipient, "相手先": LabelRecipient, "相手先アドレス": LabelRecipient, "失敗した宛先": LabelRecipient, "対象アドレス": LabelRecipient, "対象メールアドレス": LabelRecipient, "受信人": LabelRecipient, "ユーザー": LabelRecipient, "ユーザ": LabelRecipient, "お客様の送信先": LabelRecipient,
	"宛て": LabelTo, "宛": LabelTo,
	"送信者アドレス": LabelSender, "送信者メールアドレス": LabelSender, "送信元アドレス": LabelSender, "送信元メールアドレス": LabelSender, "差出人アドレス": LabelSender, "発信者": LabelSender, "発信元": LabelSender, "送り主": LabelSender, "お客様のメールアドレス": LabelSender,
	"配送失敗の理由": LabelReason, "失敗理由": LabelReason, "失敗の理由": LabelReason, "失敗原因": LabelReason, "不達理由": LabelReason, "不達原因": LabelReason, "エラー原因": LabelReason, "エラーの内容": LabelReason, "エラーの理由": LabelReason, "エラーの原因": LabelReason, "エラー詳細": LabelReason, "エラーの詳細": LabelReason, "エラーコード": LabelReason, "エラー情報": LabelReason, "エラー種別": LabelReason, "拒否理由": LabelReason, "拒否の理由": LabelReason, "拒否原因": LabelReason, "詳細": LabelReason, "詳細情報": LabelReason, "説明": LabelReason, "遅延理由": LabelReason, "遅延の理由": LabelReason, "問題": LabelReason, "最終エラー": LabelReason, "配送エラー": LabelReason, "診断情報": LabelReason,
	"応答内容": LabelDiagnostic, "応答メッセージ": LabelDiagnostic, "サーバの応答": LabelDiagnostic, "サーバーの応答": LabelDiagnostic, "サーバ応答": LabelDiagnostic, "サーバーからの応答": LabelDiagnostic, "相手サーバの応答": LabelDiagnostic, "相手サーバーの応答": LabelDiagnostic, "相手サーバからの応答": LabelDiagnostic, "相手サーバーからの応答": LabelDiagnostic, "相手先サーバの応答": LabelDiagnostic, "相手先サーバーの応答": LabelDiagnostic, "受信サーバの応答": LabelDiagnostic, "受信サーバーの応答": LabelDiagnostic, "リモートサーバの応答": LabelDiagnostic, "リモートサーバーの応答": LabelDiagnostic, "smtp応答": LabelDiagnostic, "smtp エラー": LabelDiagnostic, "smtpエラー": LabelDiagnostic, "サーバメッセージ": LabelDiagnostic, "サーバーメッセージ": LabelDiagnostic, "サーバからのメッセージ": LabelDiagnostic, "サーバーからのメッセージ": LabelDiagnostic, "返答": LabelDiagnostic, "回答": LabelDiagnostic,
	"受信サーバ": LabelRemote, "受信サーバー": LabelRemote, "受信側サーバ": LabelRemote, "受信側サーバー": LabelRemote, "リモートサーバ": LabelRemote, "リモートサーバー": LabelRemote, "宛先サーバ": LabelRemote, "宛先サーバー": LabelRemote, "送信先サーバー": LabelRemote, "配送先サーバー": LabelRemote, "配信先サーバ": LabelRemote, "配信先サーバー": LabelRemote, "ホスト": LabelRemote, "接続先ホスト": LabelRemote, "相手ホスト": LabelRemote, "相手先ホスト": LabelRemote, "拒否サーバ": LabelRemote, "拒否したサーバ": LabelRemote, "受信メールサーバ": LabelRemote, "受信メールサーバー": LabelRemote,
	"送信サーバ": LabelServer, "送信サーバー": LabelServer, "通知元サーバ": LabelServer, "通知元サーバー": LabelServer, "報告サーバ": LabelServer, "報告サーバー": LabelServer, "発行サーバ": LabelServer, "発行サーバー": LabelServer, "生成サーバー": LabelServer, "生成サーバ": LabelServer,
	"ステータス": LabelStatus, "ステータスコード": LabelStatus, "状態": LabelStatus,
	"最終配送試行": LabelLastAttempt, "最終試行": LabelLastAttempt, "最終試行日時": LabelLastAttempt, "最後の試行": LabelLastAttempt,
	// Chinese
	"收件人邮箱": LabelRecipient, "收件人邮件地址": LabelRecipient, "收信人地址": LabelRecipient, "收件邮箱": LabelRecipient, "收件人列表": LabelRecipient, "收件者地址": LabelRecipient, "收件者信箱": LabelRecipient, "收件信箱": LabelRecipient, "收件人信箱": LabelRecipient, "收件人電郵": LabelRecipient, "收信者": LabelRecipient, "收信者地址": LabelRecipient, "接收人": LabelRecipient, "接收者": LabelRecipient, "接收方": LabelRecipient, "接收地址": LabelRecipient, "目标地址": LabelRecipient, "目的地址": LabelRecipient, "目的邮箱": LabelRecipient, "投递地址": LabelRecipient, "邮箱地址": LabelRecipient, "邮件地址": LabelRecipient, "郵件地址": LabelRecipient, "電郵地址": LabelRecipient, "電子郵件地址": LabelRecipient, "电子邮件地址": LabelRecipient, "失败地址": LabelRecipient, "失败收件人": LabelRecipient, "失敗收件人": LabelRecipient, "失敗地址": LabelRecipient, "无法送达": LabelRecipient, "無法送達": LabelRecipient, "无法投递的地址": LabelRecipient, "用户": LabelRecipient, "使用者": LabelRecipient, "退信收件人": LabelRecipient,
	"发送至": LabelTo, "发往": LabelTo, "寄往": LabelTo, "寄給": LabelTo, "寄给": LabelTo, "至": LabelTo,
	"发件人地址": LabelSender, "发件人邮箱": LabelSender, "发信人": LabelSender, "發信人": LabelSender, "发送者": LabelSender, "發送者": LabelSender, "寄信人": LabelSender, "寄件人地址": LabelSender, "寄件者地址": LabelSender, "发件邮箱": LabelSender, "发送人": LabelSender, "自": LabelSender,
	"原因说明": LabelReason, "原因說明": LabelReason, "退信理由": LabelReason, "退信說明": LabelReason, "退信说明": LabelReason, "退信代码": LabelReason, "退信信息": LabelReason, "退信訊息": LabelReason, "退信详情": LabelReason, "拒收原因": LabelReason, "拒絕原因": LabelReason, "拒绝原因": LabelReason, "失败说明": LabelReason, "失败信息": LabelReason, "失败详情": LabelReason, "错误原因": LabelReason, "錯誤原因": LabelReason, "错误代码": LabelReason, "錯誤代碼": LabelReason, "错误码": LabelReason, "錯誤碼": LabelReason, "错误描述": LabelReason, "錯誤描述": LabelReason, "错误说明": LabelReason, "錯誤說明": LabelReason, "错误提示": LabelReason, "错误消息": LabelReason, "错误详情": LabelReason, "錯誤資訊": LabelReason, "錯誤信息": LabelReason, "錯誤": LabelReason, "出错原因": LabelReason, "出错信息": LabelReason, "报错信息": LabelReason, "报错": LabelReason, "可能原因": LabelReason, "可能的原因": LabelReason, "詳細資訊": LabelReason, "詳細信息": LabelReason, "详细原因": LabelReason, "详细说明": LabelReason, "详情": LabelReason, "詳情": LabelReason, "说明": LabelReason, "說明": LabelReason, "描述": LabelReason, "具体原因": LabelReason, "主要原因": LabelReason, "退件原因": LabelReason, "退回原因": LabelReason, "问题": LabelReason, "诊断信息": LabelReason, "診斷資訊": LabelReason, "最后错误": LabelReason, "延迟原因": LabelReason, "延遲原因": LabelReason,
	"对方服务器返回": LabelDiagnostic, "对方服务器返回信息": LabelDiagnostic, "对方服务器回复": LabelDiagnostic, "对方服务器响应": LabelDiagnostic, "对方服务器应答": LabelDiagnostic, "对方返回": LabelDiagnostic, "对方返回信息": LabelDiagnostic, "服务器返回": LabelDiagnostic, "服务器返回信息": LabelDiagnostic, "服务器响应": LabelDiagnostic, "服务器应答": LabelDiagnostic, "服务器回复": LabelDiagnostic, "服务器回应": LabelDiagnostic, "服务器信息": LabelDiagnostic, "服务器消息": LabelDiagnostic, "服务器反馈": LabelDiagnostic, "远程服务器返回": LabelDiagnostic, "远程服务器响应": LabelDiagnostic, "远端服务器返回": LabelDiagnostic, "远端服务器回复": LabelDiagnostic, "返回信息": LabelDiagnostic, "返回消息": LabelDiagnostic, "返回内容": LabelDiagnostic, "响应": LabelDiagnostic, "应答": LabelDiagnostic, "回应": LabelDiagnostic, "回复": LabelDiagnostic, "回覆": LabelDiagnostic, "回應": LabelDiagnostic, "對方伺服器回應": LabelDiagnostic, "對方伺服器訊息": LabelDiagnostic, "對方主機回應": LabelDiagnostic, "對方主機訊息": LabelDiagnostic, "伺服器回應": LabelDiagnostic, "伺服器回覆": LabelDiagnostic, "伺服器訊息": LabelDiagnostic, "遠端伺服器回應": LabelDiagnostic, "遠端主機回應": LabelDiagnostic, "遠端伺服器訊息": LabelDiagnostic, "主機回應": LabelDiagnostic, "主机返回": LabelDiagnostic, "smtp错误": LabelDiagnostic, "smtp 错误": LabelDiagnostic, "smtp錯誤": LabelDiagnostic, "smtp回應": LabelDiagnostic, "smtp响应": LabelDiagnostic, "smtp返回": LabelDiagnostic,
	"服务器": LabelRemote, "服务器地址": LabelRemote, "对方主机": LabelRemote, "远程服务器": LabelRemote, "远程主机": LabelRemote, "远端服务器": LabelRemote, "远端主机": LabelRemote, "目标服务器": LabelRemote, "目标主机": LabelRemote, "收件人服务器": LabelRemote, "收件服务器": LabelRemote, "接收服务器": LabelRemote, "收信服务器": LabelRemote, "收件方服务器": LabelRemote, "目的服务器": LabelRemote, "接收方服务器": LabelRemote, "拒收服务器": LabelRemote, "伺服器": LabelRemote, "對方伺服器": LabelRemote, "對方主機": LabelRemote, "遠端伺服器": LabelRemote, "遠端主機": LabelRemote, "目的伺服器": LabelRemote, "目標伺服器": LabelRemote, "目的主機": LabelRemote, "收件伺服器": LabelRemote, "收件者伺服器": LabelRemote, "收信伺服器": LabelRemote, "收信主機": LabelRemote, "主機": LabelRemote, "接收伺服器": LabelRemote,
	"产生服务器": LabelServer, "生成服务器": LabelServer, "生成伺服器": LabelServer, "產生伺服器": LabelServer, "产生报告的服务器": LabelServer, "报告服务器": LabelServer, "報告伺服器": LabelServer, "发送服务器": LabelServer, "投递服务器": LabelServer, "退信服务器": LabelServer,
	"状态": LabelStatus, "状态码": LabelStatus, "狀態": LabelStatus, "狀態碼": LabelStatus,
	"最后尝试": LabelLastAttempt, "最后一次尝试": LabelLastAttempt, "最後嘗試": LabelLastAttempt,
	// Korean
	"수신인": LabelRecipient, "수신자 주소": LabelRecipient, "수신자 메일": LabelRecipient, "수신자 메일주소": LabelRecipient, "수신자 이메일": LabelRecipient, "수신 주소": LabelRecipient, "수신주소": LabelRecipient, "수신 메일주소": LabelRecipient, "수신": LabelRecipient, "받는 사람 주소": LabelRecipient, "받는이": LabelRecipient, "받는 이": LabelRecipient, "받는 분": LabelRecipient, "받는분": LabelRecipient, "수취인": LabelRecipient, "메일 주소": LabelRecipient, "메일주소": LabelRecipient, "이메일 주소": LabelRecipient, "전자우편 주소": LabelRecipient, "실패 주소": LabelRecipient, "실패한 주소": LabelRecipient, "실패한 수신자": LabelRecipient, "전송 실패 주소": LabelRecipient, "반송 주소": LabelRecipient, "사용자": LabelRecipient,
	"받는 곳": LabelTo, "보낸 곳": LabelTo,
	"발신자": LabelSender, "발신인": LabelSender, "보내는 사람": LabelSender, "보내는사람": LabelSender, "보낸이": LabelSender, "보낸 이": LabelSender, "보낸 분": LabelSender, "송신자": LabelSender, "발신": LabelSender, "발신 주소": LabelSender,
	"원인": LabelReason, "실패 원인": LabelReason, "실패사유": LabelReason, "실패원인": LabelReason, "실패 이유": LabelReason, "반송 사유": LabelReason, "반송사유": LabelReason, "반송 이유": LabelReason, "반송 원인": LabelReason, "거부 사유": LabelReason, "거절 사유": LabelReason, "차단 사유": LabelReason, "오류": LabelReason, "오류 내용": LabelReason, "오류내용": LabelReason, "오류 메시지": LabelReason, "오류메시지": LabelReason, "오류 코드": LabelReason, "오류코드": LabelReason, "오류 원인": LabelReason, "오류 사유": LabelReason, "에러": LabelReason, "에러 메시지": LabelReason, "에러메시지": LabelReason, "에러 코드": LabelReason, "에러 내용": LabelReason, "상세 내용": LabelReason, "상세내용": LabelReason, "상세 정보": LabelReason, "상세 사유": LabelReason, "세부 정보": LabelReason, "설명": LabelReason, "문제": LabelReason, "지연 사유": LabelReason, "지연 원인": LabelReason, "진단 정보": LabelReason,
	"응답": LabelDiagnostic, "서버 응답": LabelDiagnostic, "서버응답": LabelDiagnostic, "서버의 응답": LabelDiagnostic, "서버 메시지": LabelDiagnostic, "서버메시지": LabelDiagnostic, "서버 응답 메시지": LabelDiagnostic, "상대 서버 응답": LabelDiagnostic, "상대 서버의 응답": LabelDiagnostic, "상대서버 응답": LabelDiagnostic, "상대방 서버 응답": LabelDiagnostic, "수신 서버 응답": LabelDiagnostic, "수신서버 응답": LabelDiagnostic, "원격 서버 응답": LabelDiagnostic, "원격 서버의 응답": LabelDiagnostic, "smtp 응답": LabelDiagnostic, "smtp 오류": LabelDiagnostic, "smtp 에러": LabelDiagnostic, "smtp 메시지": LabelDiagnostic, "응답 메시지": LabelDiagnostic, "응답 내용": LabelDiagnostic,
	"서버": LabelRemote, "상대 서버": LabelRemote, "상대서버": LabelRemote, "상대방 서버": LabelRemote, "수신 서버": LabelRemote, "수신서버": LabelRemote, "수신 메일 서버": LabelRemote, "수신측 서버": LabelRemote, "원격 서버": LabelRemote, "원격서버": LabelRemote, "원격 호스트": LabelRemote, "대상 서버": LabelRemote, "목적지 서버": LabelRemote, "메일 서버": LabelRemote, "호스트": LabelRemote, "받는 서버": LabelRemote, "거부 서버": LabelRemote,
	"생성 서버": LabelServer, "보고 서버": LabelServer, "발신 서버": LabelServer, "송신 서버": LabelServer, "발송 서버": LabelServer,
	"상태": LabelStatus, "상태 코드": LabelStatus, "상태코드": LabelStatus,
	"마지막 시도": LabelLastAttempt, "최종 시도": LabelLastAttempt,
	// Thai
	"ผู้รับ": LabelRecipient, "ที่อยู่ผู้รับ": LabelRecipient, "อีเมลผู้รับ": LabelRecipient, "อีเมล์ผู้รับ": LabelRecipient, "ที่อยู่อีเมล": LabelRecipient, "ผู้ใช้": LabelRecipient,
	"ถึง": LabelTo, "ส่งถึง": LabelTo,
	"ผู้ส่ง": LabelSender, "จาก": LabelSender,
	"สาเหตุ": LabelReason, "เหตุผล": LabelReason, "ข้อผิดพลาด": LabelReason, "ข้อความผิดพลาด": LabelReason, "รหัสข้อผิดพลาด": LabelReason, "รายละเอียด": LabelReason, "คำอธิบาย": LabelReason, "ปัญหา": LabelReason, "เนื่องจาก": LabelReason,
	"คำตอบ": LabelDiagnostic, "การตอบกลับ": LabelDiagnostic, "ข้อความตอบกลับ": LabelDiagnostic, "การตอบสนอง": LabelDiagnostic, "คำตอบจากระบบ": LabelDiagnostic,
	"เซิร์ฟเวอร์": LabelRemote, "เครื่องปลายทาง": LabelRemote,
	"สถานะ": LabelStatus, "รหัสสถานะ": LabelStatus,
	// Vietnamese
	"người nhận": LabelRecipient, "địa chỉ người nhận": LabelRecipient, "địa chỉ nhận": LabelRecipient, "địa chỉ": LabelRecipient, "địa chỉ email": LabelRecipient, "địa chỉ thư": LabelRecipient, "email người nhận": LabelRecipient, "hộp thư": LabelRecipient, "người dùng": LabelRecipient, "không gửi được tới": LabelRecipient, "không gửi được đến": LabelRecipient,
	"đến": LabelTo, "tới": LabelTo, "gửi đến": LabelTo, "gửi tới": LabelTo,
	"người gửi": LabelSender, "địa chỉ người gửi": LabelSender, "từ": LabelSender,
	"lý do": LabelReason, "lí do": LabelReason, "nguyên nhân": LabelReason, "lỗi": LabelReason, "mã lỗi": LabelReason, "thông báo lỗi": LabelReason, "thông điệp lỗi": LabelReason, "mô tả lỗi": LabelReason, "mô tả": LabelReason, "chi tiết": LabelReason, "chi tiết lỗi": LabelReason, "giải thích": LabelReason, "vấn đề": LabelReason, "lý do từ chối": LabelReason,
	"phản hồi": LabelDiagnostic, "trả lời": LabelDiagnostic, "phản hồi của máy chủ": LabelDiagnostic, "phản hồi từ máy chủ": LabelDiagnostic, "máy chủ phản hồi": LabelDiagnostic, "máy chủ trả lời": LabelDiagnostic, "trả lời của máy chủ": LabelDiagnostic, "thông báo của máy chủ": LabelDiagnostic, "thông báo từ máy chủ": LabelDiagnostic, "lỗi smtp": LabelDiagnostic,
	"máy chủ": LabelRemote, "máy chủ nhận": LabelRemote, "máy chủ từ xa": LabelRemote, "máy chủ đích": LabelRemote, "máy chủ thư": LabelRemote, "máy chủ người nhận": LabelRemote,
	"máy chủ gửi": LabelServer, "máy chủ tạo": LabelServer, "được tạo bởi": LabelServer,
	"trạng thái": LabelStatus, "mã trạng thái": LabelStatus,
	"lần thử cuối": LabelLastAttempt, "lần thử gần nhất": LabelLastAttempt,
	// Indonesian
	"penerima": LabelRecipient, "alamat penerima": LabelRecipient, "alamat": LabelRecipient, "alamat email": LabelRecipient, "alamat e-mail": LabelRecipient, "alamat surel": LabelRecipient, "email penerima": LabelRecipient, "pengguna": LabelRecipient, "kotak surat": LabelRecipient, "gagal terkirim ke": LabelRecipient,
	"kepada": LabelTo, "kpd": LabelTo, "dikirim ke": LabelTo, "untuk": LabelTo,
	"pengirim": LabelSender, "alamat pengirim": LabelSender, "dari": LabelSender,
	"alasan": LabelReason, "sebab": LabelReason, "penyebab": LabelReason, "kesalahan": LabelReason, "galat": LabelReason, "pesan kesalahan": LabelReason, "pesan galat": LabelReason, "kode kesalahan": LabelReason, "kode galat": LabelReason, "keterangan": LabelReason, "deskripsi": LabelReason, "rincian": LabelReason, "detail": LabelReason, "penjelasan": LabelReason, "masalah": LabelReason, "alasan penolakan": LabelReason, "ralat": LabelReason,
	"respon": LabelDiagnostic, "respons": LabelDiagnostic, "jawaban": LabelDiagnostic, "balasan": LabelDiagnostic, "respon server": LabelDiagnostic, "respons server": LabelDiagnostic, "jawaban server": LabelDiagnostic, "balasan server": LabelDiagnostic, "pesan server": LabelDiagnostic, "kesalahan smtp": LabelDiagnostic, "tanggapan": LabelDiagnostic, "tanggapan server": LabelDiagnostic,
	"server tujuan": LabelRemote, "server penerima": LabelRemote, "server jarak jauh": LabelRemote, "peladen": LabelRemote, "peladen tujuan": LabelRemote, "server email": LabelRemote, "ditolak oleh": LabelRemote, "host tujuan": LabelRemote,
	"server pengirim": LabelServer, "dibuat oleh": LabelServer,
	"kode status":        LabelStatus,
	"percobaan terakhir": LabelLastAttempt, "upaya terakhir": LabelLastAttempt,
	// Croatian, Serbian, Slovenian
	"primatelj": LabelRecipient, "primatelji": LabelRecipient, "primalac": LabelRecipient, "primaoci": LabelRecipient, "prejemnik": LabelRecipient, "prejemniki": LabelRecipient, "naslovnik": LabelRecipient, "naslovniki": LabelRecipient, "adresa primatelja": LabelRecipient, "adresa primaoca": LabelRecipient, "adresa primatelja (e-mail)": LabelRecipient, "naslov prejemnika": LabelRecipient, "naslov": LabelRecipient, "e-adresa": LabelRecipient, "e-naslov": LabelRecipient, "korisnik": LabelRecipient, "uporabnik": LabelRecipient, "прималац": LabelRecipient, "примаоци": LabelRecipient, "адреса примаоца": LabelRecipient, "корисник": LabelRecipient, "nije dostavljeno": LabelRecipient, "ni dostavljeno": LabelRecipient,
	"za": LabelTo, "за": LabelTo,
	"pošiljatelj": LabelSender, "pošiljalac": LabelSender, "šalje": LabelSender, "pošaljitelj": LabelSender, "пошиљалац": LabelSender, "шаље": LabelSender, "adresa pošiljatelja": LabelSender, "naslov pošiljatelja": LabelSender,
	"razlog": LabelReason, "razlozi": LabelReason, "razlog odbijanja": LabelReason, "razlog odbitka": LabelReason, "razlog zavrnitve": LabelReason, "razlog greške": LabelReason, "razlog pogreške": LabelReason, "razlog napake": LabelReason, "uzrok": LabelReason, "vzrok": LabelReason, "greška": LabelReason, "pogreška": LabelReason, "napaka": LabelReason, "poruka o grešci": LabelReason, "poruka o pogrešci": LabelReason, "poruka greške": LabelReason, "sporočilo o napaki": LabelReason, "kod greške": LabelReason, "kod pogreške": LabelReason, "koda napake": LabelReason, "šifra greške": LabelReason, "opis greške": LabelReason, "opis pogreške": LabelReason, "opis napake": LabelReason, "pojedinosti": LabelReason, "detalji": LabelReason, "objašnjenje": LabelReason, "pojašnjenje": LabelReason, "pojasnilo": LabelReason, "težava": LabelReason, "разлог": LabelReason, "узрок": LabelReason, "порука о грешци": LabelReason, "опис грешке": LabelReason, "детаљи": LabelReason, "greska": LabelReason, "pogreska": LabelReason, "vzrok napake": LabelReason,
	"odgovor": LabelDiagnostic, "odgovor servera": LabelDiagnostic, "odgovor poslužitelja": LabelDiagnostic, "odgovor udaljenog servera": LabelDiagnostic, "odgovor udaljenog poslužitelja": LabelDiagnostic, "odgovor strežnika": LabelDiagnostic, "odgovor oddaljenega strežnika": LabelDiagnostic, "smtp odgovor": LabelDiagnostic, "smtp greška": LabelDiagnostic, "smtp pogreška": LabelDiagnostic, "smtp napaka": LabelDiagnostic, "poruka servera": LabelDiagnostic, "poruka poslužitelja": LabelDiagnostic, "sporočilo strežnika": LabelDiagnostic, "одговор": LabelDiagnostic, "одговор сервера": LabelDiagnostic, "одговор удаљеног сервера": LabelDiagnostic, "odziv poslužitelja": LabelDiagnostic, "odziv strežnika": LabelDiagnostic,
	"poslužitelj": LabelRemote, "poslužitelj primatelja": LabelRemote, "udaljeni poslužitelj": LabelRemote, "odredišni poslužitelj": LabelRemote, "udaljeni server": LabelRemote, "server primatelja": LabelRemote, "server primaoca": LabelRemote, "odredišni server": LabelRemote, "strežnik": LabelRemote, "oddaljeni strežnik": LabelRemote, "strežnik prejemnika": LabelRemote, "ciljni strežnik": LabelRemote, "удаљени сервер": LabelRemote, "сервер примаоца": LabelRemote, "mail poslužitelj": LabelRemote, "poštni strežnik": LabelRemote,
	"poslužitelj koji izvješćuje": LabelServer, "generirao": LabelServer, "generisao": LabelServer, "poročal strežnik": LabelServer,
	"stanje": LabelStatus, "kod stanja": LabelStatus, "statusna koda": LabelStatus,
	"zadnji pokušaj": LabelLastAttempt, "posljednji pokušaj": LabelLastAttempt, "poslednji pokušaj": LabelLastAttempt, "zadnji poskus": LabelLastAttempt,
	// Lithuanian
	"gavėjas": LabelRecipient, "gavėjai": LabelRecipient, "gavėjo adresas": LabelRecipient, "adresas": LabelRecipient, "el. pašto adresas": LabelRecipient, "adresatas": LabelRecipient, "vartotojas": LabelRecipient, "naudotojas": LabelRecipient, "pašto dėžutė": LabelRecipient, "nepristatyta": LabelRecipient,
	"kam": LabelTo, "išsiųsta": LabelTo,
	"siuntėjas": LabelSender, "siuntėjo adresas": LabelSender, "nuo": LabelSender,
	"priežastis": LabelReason, "klaidos priežastis": LabelReason, "atmetimo priežastis": LabelReason, "klaida": LabelReason, "klaidos pranešimas": LabelReason, "klaidos kodas": LabelReason, "aprašymas": LabelReason, "klaidos aprašymas": LabelReason, "išsami informacija": LabelReason, "paaiškinimas": LabelReason, "detalės": LabelReason,
	"atsakymas": LabelDiagnostic, "serverio atsakymas": LabelDiagnostic, "nuotolinio serverio atsakymas": LabelDiagnostic, "gavėjo serverio atsakymas": LabelDiagnostic, "smtp atsakymas": LabelDiagnostic, "smtp klaida": LabelDiagnostic, "serverio pranešimas": LabelDiagnostic,
	"serveris": LabelRemote, "nuotolinis serveris": LabelRemote, "gavėjo serveris": LabelRemote, "priimantis serveris": LabelRemote, "paskirties serveris": LabelRemote,
	"būsena": LabelStatus, "būsenos kodas": LabelStatus,
	"paskutinis bandymas": LabelLastAttempt,
	// Latvian
	"saņēmējs": LabelRecipient, "saņēmēji": LabelRecipient, "saņēmēja adrese": LabelRecipient, "adresāts": LabelRecipient, "adrese": LabelRecipient, "e-pasta adrese": LabelRecipient, "lietotājs": LabelRecipient, "pastkaste": LabelRecipient, "nav piegādāts": LabelRecipient,
	"nosūtīts": LabelTo,
	"sūtītājs": LabelSender, "sūtītāja adrese": LabelSender,
	"iemesls": LabelReason, "cēlonis": LabelReason, "noraidīšanas iemesls": LabelReason, "kļūdas iemesls": LabelReason, "kļūda": LabelReason, "kļūdas ziņojums": LabelReason, "kļūdas paziņojums": LabelReason, "kļūdas kods": LabelReason, "apraksts": LabelReason, "kļūdas apraksts": LabelReason, "paskaidrojums": LabelReason, "problēma": LabelReason, "detaļas": LabelReason, "papildinformācija": LabelReason,
	"atbilde": LabelDiagnostic, "servera atbilde": LabelDiagnostic, "attālā servera atbilde": LabelDiagnostic, "saņēmēja servera atbilde": LabelDiagnostic, "smtp atbilde": LabelDiagnostic, "smtp kļūda": LabelDiagnostic, "servera ziņojums": LabelDiagnostic,
	"attālais serveris": LabelRemote, "saņēmēja serveris": LabelRemote, "mērķa serveris": LabelRemote,
	"statuss": LabelStatus, "statusa kods": LabelStatus, "stāvoklis": LabelStatus,
	"pēdējais mēģinājums": LabelLastAttempt,
	// Estonian
	"saaja": LabelRecipient, "saajad": LabelRecipient, "saaja aadress": LabelRecipient, "adressaat": LabelRecipient, "adressaadid": LabelRecipient, "aadress": LabelRecipient, "e-posti aadress": LabelRecipient, "meiliaadress": LabelRecipient, "kasutaja": LabelRecipient, "postkast": LabelRecipient, "kohale toimetamata": LabelRecipient,
	"kellele": LabelTo, "saadetud": LabelTo,
	"saatja": LabelSender, "saatja aadress": LabelSender, "kellelt": LabelSender,
	"põhjus": LabelReason, "vea põhjus": LabelReason, "tagasilükkamise põhjus": LabelReason, "viga": LabelReason, "veateade": LabelReason, "veakood": LabelReason, "kirjeldus": LabelReason, "vea kirjeldus": LabelReason, "selgitus": LabelReason, "üksikasjad": LabelReason, "põhjendus": LabelReason, "viimane viga": LabelReason,
	"vastus": LabelDiagnostic, "serveri vastus": LabelDiagnostic, "kaugserveri vastus": LabelDiagnostic, "vastuvõtva serveri vastus": LabelDiagnostic, "saaja serveri vastus": LabelDiagnostic, "smtp vastus": LabelDiagnostic, "smtp viga": LabelDiagnostic, "serveri teade": LabelDiagnostic,
	"kaugserver": LabelRemote, "vastuvõttev server": LabelRemote, "saaja server": LabelRemote, "sihtserver": LabelRemote, "meiliserver": LabelRemote,
	"olek": LabelStatus, "olekukood": LabelStatus, "staatus": LabelStatus,
	"viimane katse": LabelLastAttempt,
	// What tells of the message, and not of a recipient
	"identificativo messaggio": LabelSender, "identificativo": LabelSender, "identificativo del messaggio": LabelSender, "id messaggio": LabelSender, "id del messaggio": LabelSender, "nachrichten-id": LabelSender, "nachrichtenkennung": LabelSender, "identifiant du message": LabelSender, "id du message": LabelSender, "id del mensaje": LabelSender, "identificador del mensaje": LabelSender, "id da mensagem": LabelSender, "identificador da mensagem": LabelSender, "bericht-id": LabelSender, "meddelande-id": LabelSender, "meddelelses-id": LabelSender, "meldings-id": LabelSender, "viestin tunnus": LabelSender, "identyfikator wiadomości": LabelSender, "id wiadomości": LabelSender, "id zprávy": LabelSender, "id správy": LabelSender, "üzenetazonosító": LabelSender, "üzenet azonosítója": LabelSender, "id mesaj": LabelSender, "id-ul mesajului": LabelSender, "идентификатор сообщения": LabelSender, "id сообщения": LabelSender, "ідентифікатор повідомлення": LabelSender, "αναγνωριστικό μηνύματος": LabelSender, "ileti kimliği": LabelSender, "mesaj kimliği": LabelSender, "メッセージid": LabelSender, "邮件id": LabelSender, "郵件id": LabelSender, "信件id": LabelSender, "メールid": LabelSender, "메시지 id": LabelSender, "메일 id": LabelSender, "id poruke": LabelSender, "id sporočila": LabelSender, "mã thư": LabelSender, "id pesan": LabelSender,
	"subject": LabelSender, "betreff": LabelSender, "objet": LabelSender, "sujet": LabelSender, "oggetto": LabelSender, "asunto": LabelSender, "assunto": LabelSender, "onderwerp": LabelSender, "emne": LabelSender, "ämne": LabelSender, "aihe": LabelSender, "temat": LabelSender, "předmět": LabelSender, "predmet": LabelSender, "tárgy": LabelSender, "subiect": LabelSender, "subiectul": LabelSender, "тема": LabelSender, "относно": LabelSender, "θέμα": LabelSender, "konu": LabelSender, "נושא": LabelSender, "הנושא": LabelSender, "الموضوع": LabelSender, "件名": LabelSender, "题名": LabelSender, "主题": LabelSender, "主旨": LabelSender, "主題": LabelSender, "邮件主题": LabelSender, "郵件主旨": LabelSender, "信件主旨": LabelSender, "제목": LabelSender, "메일 제목": LabelSender, "เรื่อง": LabelSender, "หัวเรื่อง": LabelSender, "tiêu đề": LabelSender, "chủ đề": LabelSender, "perihal": LabelSender, "subjek": LabelSender, "zadeva": LabelSender, "tema": LabelSender, "naslov poruke": LabelSender, "teema": LabelSender, "наслов": LabelSender, "предмет": LabelSender,
}

// LabelNamed returns the label of a folded name, NoLabel for any other.
func LabelNamed(name string) Label { return Labels[name] }

// maxLabel is the longest name of a label in bytes.
const maxLabel = 48

// IsRow reports whether a line reads "Name: value" with a short name.
func IsRow(line string) bool {
	i := strings.IndexByte(line[:min(len(line), maxLabel)], ':')
	return i > 0 && i < maxLabel/2 && 'A' <= line[0] && line[0] <= 'Z' && strings.Count(line[:i], " ") < 3
}

// ReadLabel reads a row "name: value" or "name<tab>value". A full-width colon
// parts them in Chinese and Japanese, and a French one has a blank before it.
func ReadLabel(line string) (l Label, value string) {
	head := line[:min(len(line), maxLabel+3)]
	i := strings.IndexAny(head, ":\t")
	size := 1
	if j := strings.Index(head, "："); j >= 0 && (i < 0 || j < i) {
		i, size = j, len("：")
	}
	if i <= 0 {
		return NoLabel, ""
	}
	name := lex.FoldLower(strings.Trim(line[:i], " \t*-=#>[].()【】「」<•·|\u00a0"))
	value = strings.TrimSpace(strings.TrimLeft(line[i+size:], " \t:|"))
	return labelOf(name), value
}

// labelOf returns what a folded name promises: itself, with blanks for hyphens,
// without an ending in parentheses as in "destinatario(s)", the first of two
// languages as in "Empfänger / recipient", or without the blanks that set CJK
// characters apart.
func labelOf(name string) Label {
	if l := Labels[name]; l != NoLabel {
		return l
	}
	if l := Labels[strings.ReplaceAll(name, "-", " ")]; l != NoLabel {
		return l
	}
	if i := strings.IndexAny(name, "(/（"); i > 0 {
		return Labels[strings.TrimSpace(name[:i])]
	}
	if name != "" && name[0] >= utf8.RuneSelf {
		return Labels[strings.ReplaceAll(name, " ", "")]
	}
	return NoLabel
}
