package ndr

import (
	"strings"
	"unicode/utf8"
)

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
	// German
	"empfänger der nachricht": labelRecipient, "empfänger-adresse": labelRecipient, "e-mail-adresse des empfängers": labelRecipient, "adresse des empfängers": labelRecipient, "mailadresse": labelRecipient, "zieladresse": labelRecipient, "betroffener empfänger": labelRecipient, "betroffene empfänger": labelRecipient, "nicht zustellbar an": labelRecipient, "nicht zugestellt an": labelRecipient, "betroffene adresse": labelRecipient, "postfach": labelRecipient,
	"gesendet an": labelTo, "nachricht an": labelTo,
	"absenderadresse": labelSender, "absender-adresse": labelSender, "gesendet von": labelSender, "nachricht von": labelSender, "ihre e-mail-adresse": labelSender,
	"ablehnungsgrund": labelReason, "grund der ablehnung": labelReason, "grund der unzustellbarkeit": labelReason, "grund der nichtzustellung": labelReason, "grund für die ablehnung": labelReason, "fehlertext": labelReason, "fehlerursache": labelReason, "fehlerdetails": labelReason, "technische details": labelReason, "beschreibung": labelReason, "erläuterung": labelReason, "erklärung": labelReason, "meldung": labelReason, "diagnose": labelReason, "letzter fehler": labelReason,
	"antwort vom server": labelDiagnostic, "antwort des empfängerservers": labelDiagnostic, "antwort des zielservers": labelDiagnostic, "smtp-antwort": labelDiagnostic, "smtp-fehler": labelDiagnostic, "smtp-meldung": labelDiagnostic, "servermeldung": labelDiagnostic, "meldung des servers": labelDiagnostic, "fehlermeldung des servers": labelDiagnostic, "rückmeldung des servers": labelDiagnostic, "antwort der gegenstelle": labelDiagnostic, "technische meldung": labelDiagnostic,
	"empfangender server": labelRemote, "empfangsserver": labelRemote, "empfängerserver": labelRemote, "mailserver des empfängers": labelRemote, "server des empfängers": labelRemote, "zielrechner": labelRemote, "zielsystem": labelRemote, "zielhost": labelRemote, "gegenstelle": labelRemote, "entferntes system": labelRemote, "mailserver": labelRemote, "empfänger-server": labelRemote, "abgelehnt von": labelRemote,
	"berichtender server": labelServer, "meldender server": labelServer, "gemeldet von": labelServer, "erstellt von": labelServer, "absendender server": labelServer,
	"statuscode": labelStatus, "status-code": labelStatus,
	"letzter versuch": labelLastAttempt, "letzter zustellversuch": labelLastAttempt,
	// French
	"adresse du (des) destinataire(s)": labelRecipient, "adresse(s)": labelRecipient, "destinataire(s)": labelRecipient, "adresse électronique": labelRecipient, "adresse mail": labelRecipient, "adresse de messagerie": labelRecipient, "adresse courriel": labelRecipient, "destinataire concerné": labelRecipient, "destinataires concernés": labelRecipient, "adresse concernée": labelRecipient, "non remis à": labelRecipient, "boîte aux lettres": labelRecipient,
	"envoyé à": labelTo, "message à": labelTo, "message pour": labelTo, "pour": labelTo,
	"émetteur": labelSender, "adresse de l'expéditeur": labelSender, "envoyé par": labelSender, "votre adresse": labelSender,
	"raison du rejet": labelReason, "motif du rejet": labelReason, "raison de l'échec": labelReason, "motif de l'échec": labelReason, "code d'erreur": labelReason, "détails": labelReason, "détail": labelReason, "détail de l'erreur": labelReason, "détails de l'erreur": labelReason, "explication": labelReason, "problème": labelReason, "description de l'erreur": labelReason, "texte de l'erreur": labelReason, "motif du refus": labelReason, "raison du refus": labelReason, "dernière erreur": labelReason, "diagnostic technique": labelReason, "détails techniques": labelReason,
	"réponse du serveur distant": labelDiagnostic, "réponse smtp": labelDiagnostic, "réponse distante": labelDiagnostic, "erreur smtp": labelDiagnostic, "message du serveur": labelDiagnostic, "erreur du serveur": labelDiagnostic, "le serveur a répondu": labelDiagnostic, "retour du serveur": labelDiagnostic, "réponse du serveur destinataire": labelDiagnostic,
	"serveur": labelRemote, "serveur destinataire": labelRemote, "serveur de destination": labelRemote, "serveur du destinataire": labelRemote, "serveur de messagerie distant": labelRemote, "hôte distant": labelRemote, "machine distante": labelRemote, "système distant": labelRemote, "serveur contacté": labelRemote, "refusé par": labelRemote,
	"serveur émetteur": labelServer, "serveur de génération": labelServer, "serveur de signalement": labelServer, "généré par": labelServer, "serveur générateur": labelServer,
	"code d'état": labelStatus, "statut": labelStatus, "code de statut": labelStatus, "état": labelStatus,
	"dernière tentative": labelLastAttempt, "dernier essai": labelLastAttempt,
	// Italian
	"indirizzo di posta": labelRecipient, "indirizzo email": labelRecipient, "indirizzo e-mail": labelRecipient, "indirizzo di destinazione": labelRecipient, "indirizzi": labelRecipient, "destinatario/i": labelRecipient, "casella": labelRecipient, "casella di posta": labelRecipient, "utente": labelRecipient, "non consegnato a": labelRecipient, "destinatario non raggiunto": labelRecipient,
	"inviato a": labelTo, "messaggio a": labelTo, "per": labelTo,
	"indirizzo del mittente": labelSender, "inviato da": labelSender, "messaggio da": labelSender,
	"ragione": labelReason, "motivo del rifiuto": labelReason, "motivo dell'errore": labelReason, "motivazione": labelReason, "descrizione": labelReason, "descrizione dell'errore": labelReason, "descrizione errore": labelReason, "codice di errore": labelReason, "codice errore": labelReason, "problema": labelReason, "spiegazione": labelReason, "dettaglio": labelReason, "dettagli dell'errore": labelReason, "dettagli tecnici": labelReason, "causa dell'errore": labelReason, "motivo della mancata consegna": labelReason, "ultimo errore": labelReason, "messaggio d'errore": labelReason,
	"risposta del server remoto": labelDiagnostic, "risposta smtp": labelDiagnostic, "risposta remota": labelDiagnostic, "errore smtp": labelDiagnostic, "messaggio del server": labelDiagnostic, "errore del server": labelDiagnostic, "il server ha risposto": labelDiagnostic, "informazioni di diagnostica": labelDiagnostic,
	"server di destinazione": labelRemote, "server destinatario": labelRemote, "server del destinatario": labelRemote, "host remoto": labelRemote, "sistema remoto": labelRemote, "server di posta remoto": labelRemote, "rifiutato da": labelRemote,
	"server di generazione": labelServer, "server mittente": labelServer, "generato da": labelServer, "server di report": labelServer,
	"codice di stato": labelStatus, "stato": labelStatus,
	"ultimo tentativo": labelLastAttempt,
	// Spanish
	"destinatario(s)": labelRecipient, "destinatario afectado": labelRecipient, "destinatarios afectados": labelRecipient, "direccion": labelRecipient, "direcciones": labelRecipient, "dirección de correo": labelRecipient, "dirección de correo electrónico": labelRecipient, "dirección del destinatario": labelRecipient, "dirección de destino": labelRecipient, "correo del destinatario": labelRecipient, "buzón": labelRecipient, "usuario": labelRecipient, "no entregado a": labelRecipient, "no se pudo entregar a": labelRecipient,
	"enviado a": labelTo, "mensaje a": labelTo, "mensaje para": labelTo,
	"dirección del remitente": labelSender, "enviado por": labelSender, "de parte de": labelSender,
	"razon": labelReason, "motivo del rechazo": labelReason, "motivo del error": labelReason, "motivo del fallo": labelReason, "motivo de la devolución": labelReason, "razón del rechazo": labelReason, "razón del fallo": labelReason, "causa del error": labelReason, "código de error": labelReason, "descripción": labelReason, "descripción del error": labelReason, "detalle": labelReason, "detalles": labelReason, "detalles del error": labelReason, "detalle del error": labelReason, "explicación": labelReason, "texto del error": labelReason, "último problema": labelReason, "último error": labelReason, "detalles técnicos": labelReason,
	"respuesta del servidor remoto": labelDiagnostic, "respuesta smtp": labelDiagnostic, "respuesta remota": labelDiagnostic, "error smtp": labelDiagnostic, "mensaje del servidor": labelDiagnostic, "error del servidor": labelDiagnostic, "el servidor respondió": labelDiagnostic, "información de diagnóstico": labelDiagnostic, "respuesta del servidor de destino": labelDiagnostic, "diagnóstico": labelDiagnostic, "diagnostico": labelDiagnostic,
	"servidor": labelRemote, "servidor de destino": labelRemote, "servidor destinatario": labelRemote, "servidor del destinatario": labelRemote, "servidor de correo remoto": labelRemote, "equipo remoto": labelRemote, "servidor receptor": labelRemote, "rechazado por": labelRemote,
	"servidor de generación": labelServer, "servidor generador": labelServer, "generado por": labelServer, "servidor remitente": labelServer, "informado por": labelServer, "servidor que informa": labelServer,
	"código de estado": labelStatus, "estado": labelStatus,
	"último intento": labelLastAttempt,
	// Portuguese
	"destinatário(s)": labelRecipient, "destinatário afetado": labelRecipient, "destinatários afetados": labelRecipient, "endereço de e-mail": labelRecipient, "endereço de email": labelRecipient, "endereço eletrônico": labelRecipient, "endereço electrónico": labelRecipient, "endereço do destinatário": labelRecipient, "endereço de destino": labelRecipient, "endereco": labelRecipient, "caixa postal": labelRecipient, "caixa de correio": labelRecipient, "usuário": labelRecipient, "utilizador": labelRecipient, "não entregue a": labelRecipient, "não entregue para": labelRecipient,
	"enviado para": labelTo, "mensagem para": labelTo,
	"endereço do remetente": labelSender,
	"razao":                 labelReason, "motivo da recusa": labelReason, "motivo da rejeição": labelReason, "motivo do erro": labelReason, "motivo da falha": labelReason, "motivo da devolução": labelReason, "razão da falha": labelReason, "causa do erro": labelReason, "código": labelReason, "código de erro": labelReason, "código do erro": labelReason, "descrição": labelReason, "descrição do erro": labelReason, "detalhe": labelReason, "detalhes": labelReason, "detalhes do erro": labelReason, "detalhes técnicos": labelReason, "explicação": labelReason, "último erro": labelReason, "causa da falha": labelReason,
	"resposta do servidor remoto": labelDiagnostic, "resposta smtp": labelDiagnostic, "resposta remota": labelDiagnostic, "erro smtp": labelDiagnostic, "mensagem do servidor": labelDiagnostic, "erro do servidor": labelDiagnostic, "o servidor respondeu": labelDiagnostic, "informações de diagnóstico": labelDiagnostic, "resposta do servidor de destino": labelDiagnostic, "retorno do servidor": labelDiagnostic, "diagnóstico do servidor": labelDiagnostic,
	"servidor destinatário": labelRemote, "servidor do destinatário": labelRemote, "servidor de correio remoto": labelRemote, "servidor de e-mail remoto": labelRemote, "máquina remota": labelRemote, "recusado por": labelRemote, "rejeitado por": labelRemote,
	"servidor gerador": labelServer, "servidor de geração": labelServer, "gerado por": labelServer, "servidor remetente": labelServer, "servidor de relatório": labelServer,
	"código de status": labelStatus,
	"última tentativa": labelLastAttempt,
	// Dutch
	"ontvanger(s)": labelRecipient, "ontvangers": labelRecipient, "geadresseerden": labelRecipient, "e-mailadres": labelRecipient, "e-mailadres van de ontvanger": labelRecipient, "adres van de ontvanger": labelRecipient, "mailadres": labelRecipient, "bestemmeling": labelRecipient, "bestemming": labelRecipient, "postvak": labelRecipient, "gebruiker": labelRecipient, "niet afgeleverd aan": labelRecipient, "niet bezorgd bij": labelRecipient,
	"verzonden aan": labelTo, "bericht aan": labelTo, "gestuurd naar": labelTo,
	"verzender": labelSender, "verzonden door": labelSender, "adres van de afzender": labelSender,
	"oorzaak": labelReason, "fouten": labelReason, "foutcode": labelReason, "foutomschrijving": labelReason, "omschrijving": labelReason, "beschrijving": labelReason, "reden van weigering": labelReason, "reden van afwijzing": labelReason, "reden van de fout": labelReason, "uitleg": labelReason, "toelichting": labelReason, "probleem": labelReason, "laatste fout": labelReason, "foutdetails": labelReason, "verklaring": labelReason,
	"antwoord": labelDiagnostic, "antwoord van de server": labelDiagnostic, "antwoord van server": labelDiagnostic, "reactie": labelDiagnostic, "reactie van de server": labelDiagnostic, "serverantwoord": labelDiagnostic, "smtp-antwoord": labelDiagnostic, "smtp-fout": labelDiagnostic, "melding van de server": labelDiagnostic, "servermelding": labelDiagnostic, "externe server meldde": labelDiagnostic, "respons van de server": labelDiagnostic,
	"ontvangende server": labelRemote, "externe server": labelRemote, "server van de ontvanger": labelRemote, "doelserver": labelRemote, "bestemmingsserver": labelRemote, "externe host": labelRemote, "geweigerd door": labelRemote,
	"genererende server": labelServer, "rapporterende server": labelServer, "gegenereerd door": labelServer, "gemeld door": labelServer,
	"laatste poging": labelLastAttempt,
	// Danish
	"modtagere": labelRecipient, "modtager(e)": labelRecipient, "modtageradresse": labelRecipient, "modtagerens adresse": labelRecipient, "e-mailadresse": labelRecipient, "postkasse": labelRecipient, "bruger": labelRecipient, "ikke leveret til": labelRecipient,
	"sendt til":       labelTo,
	"afsenderadresse": labelSender, "sendt af": labelSender, "fra": labelSender,
	"årsager": labelReason, "fejlmeddelelse": labelReason, "fejlbesked": labelReason, "fejlkode": labelReason, "fejlbeskrivelse": labelReason, "beskrivelse": labelReason, "begrundelse": labelReason, "forklaring": labelReason, "detaljer": labelReason, "årsag til afvisning": labelReason, "fejltekst": labelReason,
	"svar": labelDiagnostic, "svar fra server": labelDiagnostic, "svar fra serveren": labelDiagnostic, "serversvar": labelDiagnostic, "serverens svar": labelDiagnostic, "smtp-svar": labelDiagnostic, "smtp-fejl": labelDiagnostic, "fejl fra serveren": labelDiagnostic, "modtagerserverens svar": labelDiagnostic,
	"modtagerserver": labelRemote, "modtagerens server": labelRemote, "modtagende server": labelRemote, "modtagerens mailserver": labelRemote, "fjernserver": labelRemote, "fjern server": labelRemote, "ekstern server": labelRemote, "afvist af": labelRemote,
	"genereret af": labelServer, "rapporteret af": labelServer,
	"statuskode":     labelStatus,
	"seneste forsøg": labelLastAttempt, "sidste forsøg": labelLastAttempt,
	// Norwegian
	"mottakere": labelRecipient, "mottaker(e)": labelRecipient, "mottakeradresse": labelRecipient, "mottakers adresse": labelRecipient, "mottakerens adresse": labelRecipient, "e-postadresse": labelRecipient, "postboks": labelRecipient, "bruker": labelRecipient, "ikke levert til": labelRecipient,
	"avsenderadresse": labelSender, "sendt av": labelSender, "frå": labelSender,
	"årsaker": labelReason, "feilmelding": labelReason, "feilkode": labelReason, "feilbeskrivelse": labelReason, "begrunnelse": labelReason, "årsak til avvisning": labelReason, "feiltekst": labelReason, "feilårsak": labelReason,
	"svar fra tjener": labelDiagnostic, "svar fra tjeneren": labelDiagnostic, "tjenersvar": labelDiagnostic, "tjenerens svar": labelDiagnostic, "smtp-feil": labelDiagnostic, "feil fra serveren": labelDiagnostic, "mottakerserverens svar": labelDiagnostic,
	"mottakerserver": labelRemote, "mottakers server": labelRemote, "mottakerens server": labelRemote, "mottakende server": labelRemote, "mottakende tjener": labelRemote, "ekstern tjener": labelRemote, "fjerntjener": labelRemote, "e-postserver": labelRemote, "avvist av": labelRemote, "tjener": labelRemote,
	"genererende tjener": labelServer, "generert av": labelServer, "rapportert av": labelServer,
	"siste forsøk": labelLastAttempt,
	// Swedish
	"mottagaradress": labelRecipient, "mottagarens adress": labelRecipient, "mottagaren": labelRecipient, "adress": labelRecipient, "e-postadress": labelRecipient, "mottagare (e-post)": labelRecipient, "brevlåda": labelRecipient, "användare": labelRecipient, "ej levererat till": labelRecipient, "inte levererat till": labelRecipient,
	"skickat till":   labelTo,
	"avsändaradress": labelSender, "avsändarens adress": labelSender, "skickat av": labelSender, "från": labelSender,
	"anledning": labelReason, "skäl": labelReason, "orsaken": labelReason, "felkod": labelReason, "felbeskrivning": labelReason, "feltext": labelReason, "beskrivning": labelReason, "förklaring": labelReason, "orsak till avvisning": labelReason, "felorsak": labelReason, "senaste fel": labelReason, "avvisningsorsak": labelReason,
	"svar från servern": labelDiagnostic, "svar från server": labelDiagnostic, "serverns svar": labelDiagnostic, "smtp-fel": labelDiagnostic, "fel från servern": labelDiagnostic, "mottagande servers svar": labelDiagnostic, "mottagarserverns svar": labelDiagnostic, "fjärrserverns svar": labelDiagnostic, "diagnostik": labelDiagnostic,
	"mottagarserver": labelRemote, "mottagarens server": labelRemote, "mottagande server": labelRemote, "mottagarens e-postserver": labelRemote, "fjärrserver": labelRemote, "fjärrvärd": labelRemote, "avvisad av": labelRemote, "målserver": labelRemote,
	"genererande server": labelServer, "rapporterande server": labelServer, "genererad av": labelServer, "rapporterad av": labelServer, "skapad av": labelServer,
	"statuskod":      labelStatus,
	"senaste försök": labelLastAttempt, "sista försök": labelLastAttempt,
	// Finnish
	"vastaanottajat": labelRecipient, "vastaanottajan osoite": labelRecipient, "osoite": labelRecipient, "sähköpostiosoite": labelRecipient, "käyttäjä": labelRecipient, "postilaatikko": labelRecipient, "ei toimitettu": labelRecipient,
	"kenelle": labelTo, "lähetetty osoitteeseen": labelTo,
	"lähettäjän osoite": labelSender, "keneltä": labelSender,
	"virheen syy": labelReason, "hylkäyksen syy": labelReason, "virheilmoitus": labelReason, "virhekoodi": labelReason, "virheen kuvaus": labelReason, "kuvaus": labelReason, "selitys": labelReason, "tiedot": labelReason, "virhetiedot": labelReason, "viimeisin virhe": labelReason, "ongelma": labelReason,
	"palvelimen vastaus": labelDiagnostic, "vastaus": labelDiagnostic, "vastaus palvelimelta": labelDiagnostic, "vastaanottavan palvelimen vastaus": labelDiagnostic, "smtp-vastaus": labelDiagnostic, "smtp-virhe": labelDiagnostic, "etäpalvelimen vastaus": labelDiagnostic, "palvelimen virheilmoitus": labelDiagnostic, "palvelimen ilmoitus": labelDiagnostic,
	"vastaanottava palvelin": labelRemote, "vastaanottajan palvelin": labelRemote, "kohdepalvelin": labelRemote, "etäpalvelin": labelRemote, "palvelin": labelRemote, "postipalvelin": labelRemote, "sähköpostipalvelin": labelRemote,
	"raportoiva palvelin": labelServer, "luova palvelin": labelServer, "luonut": labelServer,
	"tila": labelStatus, "tilakoodi": labelStatus,
	"viimeisin yritys": labelLastAttempt, "viimeinen yritys": labelLastAttempt,
	// Polish
	"odbiorcy": labelRecipient, "odbiorca (odbiorcy)": labelRecipient, "adresaci": labelRecipient, "adres odbiorcy": labelRecipient, "adres e-mail": labelRecipient, "adres email": labelRecipient, "adres docelowy": labelRecipient, "użytkownik": labelRecipient, "skrzynka": labelRecipient, "niedostarczono do": labelRecipient, "nie dostarczono do": labelRecipient,
	"wysłano do": labelTo, "wiadomość do": labelTo,
	"adres nadawcy": labelSender, "wysłano przez": labelSender, "wysłane przez": labelSender,
	"powod": labelReason, "powody": labelReason, "powód odrzucenia": labelReason, "powód błędu": labelReason, "powód niedostarczenia": labelReason, "powód zwrotu": labelReason, "przyczyna błędu": labelReason, "przyczyna odrzucenia": labelReason, "przyczyna niedostarczenia": labelReason, "blad": labelReason, "kod błędu": labelReason, "opis": labelReason, "opis błędu": labelReason, "komunikat błędu": labelReason, "komunikat o błędzie": labelReason, "treść błędu": labelReason, "szczegóły": labelReason, "szczegóły błędu": labelReason, "wyjaśnienie": labelReason, "ostatni błąd": labelReason, "dane techniczne": labelReason, "szczegóły techniczne": labelReason,
	"odpowiedź serwera": labelDiagnostic, "odpowiedz serwera": labelDiagnostic, "odpowiedź": labelDiagnostic, "odpowiedź zdalnego serwera": labelDiagnostic, "odpowiedź serwera zdalnego": labelDiagnostic, "odpowiedź serwera odbiorcy": labelDiagnostic, "odpowiedź smtp": labelDiagnostic, "błąd smtp": labelDiagnostic, "komunikat serwera": labelDiagnostic, "komunikat": labelDiagnostic, "błąd serwera": labelDiagnostic, "serwer odpowiedział": labelDiagnostic, "diagnostyka": labelDiagnostic,
	"serwer odbiorcy": labelRemote, "serwer zdalny": labelRemote, "zdalny serwer": labelRemote, "serwer docelowy": labelRemote, "serwer adresata": labelRemote, "serwer": labelRemote, "zdalny host": labelRemote, "host zdalny": labelRemote, "host docelowy": labelRemote, "serwer pocztowy": labelRemote, "odrzucone przez": labelRemote,
	"serwer raportujący": labelServer, "serwer generujący": labelServer, "wygenerowane przez": labelServer, "serwer nadawczy": labelServer, "serwer zgłaszający": labelServer,
	"kod statusu": labelStatus, "kod stanu": labelStatus, "stan": labelStatus,
	"ostatnia próba": labelLastAttempt,
	// Czech
	"příjemci": labelRecipient, "adresát": labelRecipient, "adresáti": labelRecipient, "adresa": labelRecipient, "adresa příjemce": labelRecipient, "adresa adresáta": labelRecipient, "e-mail příjemce": labelRecipient, "e-mailová adresa": labelRecipient, "uživatel": labelRecipient, "schránka": labelRecipient, "nedoručeno": labelRecipient, "nedoručeno na": labelRecipient, "nedoručeno komu": labelRecipient, "prijemce": labelRecipient,
	"komu": labelTo, "odesláno na": labelTo, "zpráva pro": labelTo,
	"odesilatel": labelSender, "adresa odesílatele": labelSender, "od koho": labelSender,
	"duvod": labelReason, "důvod nedoručení": labelReason, "důvod odmítnutí": labelReason, "důvod chyby": labelReason, "příčina chyby": labelReason, "chybové hlášení": labelReason, "chybová zpráva": labelReason, "kód chyby": labelReason, "chybový kód": labelReason, "popis": labelReason, "popis chyby": labelReason, "podrobnosti": labelReason, "detaily": labelReason, "vysvětlení": labelReason, "problém": labelReason, "poslední chyba": labelReason, "text chyby": labelReason, "technické podrobnosti": labelReason, "technické údaje": labelReason,
	"odpověď serveru": labelDiagnostic, "odpověď": labelDiagnostic, "odpověď vzdáleného serveru": labelDiagnostic, "odpověď serveru příjemce": labelDiagnostic, "smtp odpověď": labelDiagnostic, "odpověď smtp": labelDiagnostic, "chyba smtp": labelDiagnostic, "hlášení serveru": labelDiagnostic, "zpráva serveru": labelDiagnostic, "server odpověděl": labelDiagnostic, "diagnostika": labelDiagnostic,
	"server příjemce": labelRemote, "vzdálený server": labelRemote, "cílový server": labelRemote, "server adresáta": labelRemote, "přijímající server": labelRemote, "poštovní server": labelRemote, "vzdálený počítač": labelRemote, "odmítl server": labelRemote,
	"generující server": labelServer, "hlásící server": labelServer, "vygeneroval": labelServer, "vygenerováno serverem": labelServer,
	"stav": labelStatus, "stavový kód": labelStatus, "kód stavu": labelStatus,
	"poslední pokus": labelLastAttempt,
	// Slovak
	"príjemca": labelRecipient, "príjemcovia": labelRecipient, "adresa príjemcu": labelRecipient, "e-mail príjemcu": labelRecipient, "používateľ": labelRecipient, "nedoručené": labelRecipient, "nedoručené na": labelRecipient, "nedoručené komu": labelRecipient, "prijemca": labelRecipient,
	"odosielateľ": labelSender, "adresa odosielateľa": labelSender, "odosielatel": labelSender,
	"dôvod": labelReason, "dovod": labelReason, "dôvod nedoručenia": labelReason, "dôvod odmietnutia": labelReason, "príčina": labelReason, "pricina": labelReason, "príčina chyby": labelReason, "chybové hlásenie": labelReason, "chybová správa": labelReason, "vysvetlenie": labelReason, "posledná chyba": labelReason, "oneskorenie": labelReason,
	"odpoveď servera": labelDiagnostic, "odpoveď": labelDiagnostic, "odpoveď vzdialeného servera": labelDiagnostic, "odpoveď servera príjemcu": labelDiagnostic, "smtp odpoveď": labelDiagnostic, "odpoveď smtp": labelDiagnostic, "hlásenie servera": labelDiagnostic, "správa servera": labelDiagnostic, "server odpovedal": labelDiagnostic,
	"server príjemcu": labelRemote, "vzdialený server": labelRemote, "cieľový server": labelRemote, "prijímajúci server": labelRemote, "poštový server": labelRemote, "odmietol server": labelRemote,
	"generujúci server": labelServer, "hlásiaci server": labelServer,
	"posledný pokus": labelLastAttempt,
	// Hungarian
	"címzettek": labelRecipient, "címzett(ek)": labelRecipient, "címzett címe": labelRecipient, "a címzett címe": labelRecipient, "cím": labelRecipient, "e-mail cím": labelRecipient, "e-mail-cím": labelRecipient, "email cím": labelRecipient, "felhasználó": labelRecipient, "postafiók": labelRecipient, "cimzett": labelRecipient, "nem kézbesíthető": labelRecipient,
	"címre": labelTo, "részére": labelTo,
	"a feladó címe": labelSender, "feladó címe": labelSender, "küldő": labelSender, "felado": labelSender,
	"ok": labelReason, "oka": labelReason, "az ok": labelReason, "indok": labelReason, "hiba oka": labelReason, "a hiba oka": labelReason, "az elutasítás oka": labelReason, "elutasítás oka": labelReason, "a visszautasítás oka": labelReason, "hibaüzenet": labelReason, "hibakód": labelReason, "hiba leírása": labelReason, "a hiba leírása": labelReason, "leírás": labelReason, "részletek": labelReason, "magyarázat": labelReason, "indoklás": labelReason, "probléma": labelReason, "hibajelzés": labelReason, "utolsó hiba": labelReason, "technikai részletek": labelReason, "műszaki részletek": labelReason,
	"kiszolgáló válasza": labelDiagnostic, "a kiszolgáló válasza": labelDiagnostic, "a kiszolgáló üzenete": labelDiagnostic, "kiszolgáló üzenete": labelDiagnostic, "szerver válasza": labelDiagnostic, "a szerver válasza": labelDiagnostic, "a szerver üzenete": labelDiagnostic, "a távoli szerver válasza": labelDiagnostic, "a távoli kiszolgáló válasza": labelDiagnostic, "a távoli kiszolgáló üzenete": labelDiagnostic, "válasz": labelDiagnostic, "smtp válasz": labelDiagnostic, "smtp hiba": labelDiagnostic, "smtp-hiba": labelDiagnostic, "smtp-válasz": labelDiagnostic, "a fogadó szerver válasza": labelDiagnostic,
	"távoli szerver": labelRemote, "távoli kiszolgáló": labelRemote, "fogadó szerver": labelRemote, "fogadó kiszolgáló": labelRemote, "cél szerver": labelRemote, "célkiszolgáló": labelRemote, "címzett szervere": labelRemote, "a címzett szervere": labelRemote, "a címzett kiszolgálója": labelRemote, "kiszolgáló": labelRemote, "szerver": labelRemote, "levelezőszerver": labelRemote,
	"jelentő kiszolgáló": labelServer, "jelentő szerver": labelServer, "létrehozó kiszolgáló": labelServer, "generáló kiszolgáló": labelServer, "küldő szerver": labelServer,
	"állapot": labelStatus, "állapotkód": labelStatus, "státusz": labelStatus, "státuszkód": labelStatus,
	"utolsó próbálkozás": labelLastAttempt, "utolsó kísérlet": labelLastAttempt,
	// Romanian
	"destinatarul": labelRecipient, "adresa destinatarului": labelRecipient, "adresă": labelRecipient, "adresa de e-mail": labelRecipient, "adresa de email": labelRecipient, "adresă de e-mail": labelRecipient, "utilizator": labelRecipient, "cutie poștală": labelRecipient, "nelivrat către": labelRecipient, "nelivrat la": labelRecipient,
	"către": labelTo, "catre": labelTo, "trimis către": labelTo, "trimis la": labelTo,
	"expeditorul": labelSender, "adresa expeditorului": labelSender, "trimis de": labelSender, "de la": labelSender,
	"motivul": labelReason, "motivul respingerii": labelReason, "motivul erorii": labelReason, "motivul refuzului": labelReason, "cauza": labelReason, "cauză": labelReason, "cod de eroare": labelReason, "codul erorii": labelReason, "mesaj de eroare": labelReason, "mesajul de eroare": labelReason, "eroarea": labelReason, "descriere": labelReason, "descrierea erorii": labelReason, "detalii": labelReason, "detalii eroare": labelReason, "detalii tehnice": labelReason, "explicație": labelReason, "problemă": labelReason, "ultima eroare": labelReason,
	"răspuns": labelDiagnostic, "răspunsul": labelDiagnostic, "răspuns server": labelDiagnostic, "răspunsul serverului": labelDiagnostic, "răspuns de la server": labelDiagnostic, "răspunsul serverului la distanță": labelDiagnostic, "răspunsul serverului destinatar": labelDiagnostic, "răspuns smtp": labelDiagnostic, "eroare smtp": labelDiagnostic, "mesajul serverului": labelDiagnostic, "serverul a răspuns": labelDiagnostic, "raspuns": labelDiagnostic, "raspunsul serverului": labelDiagnostic,
	"serverul destinatarului": labelRemote, "server destinatar": labelRemote, "serverul destinatar": labelRemote, "server la distanță": labelRemote, "serverul la distanță": labelRemote, "serverul de destinație": labelRemote, "server de destinație": labelRemote, "serverul": labelRemote, "gazdă": labelRemote, "gazda": labelRemote, "respins de": labelRemote,
	"server generator": labelServer, "generat de": labelServer, "server raportor": labelServer, "serverul care raportează": labelServer,
	"stare": labelStatus, "cod de stare": labelStatus,
	"ultima încercare": labelLastAttempt,
	// Bulgarian
	"получател": labelRecipient, "получатели": labelRecipient, "получателят": labelRecipient, "адрес на получателя": labelRecipient, "имейл адрес": labelRecipient, "потребител": labelRecipient, "пощенска кутия": labelRecipient, "недоставено до": labelRecipient,
	"до": labelTo, "изпратено до": labelTo, "към": labelTo,
	"подател": labelSender, "изпращач": labelSender, "адрес на подателя": labelSender, "изпратено от": labelSender, "подател на писмото": labelSender,
	"причини": labelReason, "причина за отказа": labelReason, "причина за грешката": labelReason, "причина за връщане": labelReason, "грешка": labelReason, "съобщение за грешка": labelReason, "код на грешката": labelReason, "код за грешка": labelReason, "описание": labelReason, "описание на грешката": labelReason, "подробности": labelReason, "детайли": labelReason, "обяснение": labelReason, "проблем": labelReason, "последна грешка": labelReason, "технически подробности": labelReason,
	"отговор": labelDiagnostic, "отговор на сървъра": labelDiagnostic, "отговор от сървъра": labelDiagnostic, "smtp отговор": labelDiagnostic, "smtp грешка": labelDiagnostic, "съобщение на сървъра": labelDiagnostic, "сървърът отговори": labelDiagnostic,
	"сървър": labelRemote, "отдалечен сървър": labelRemote, "сървър на получателя": labelRemote, "получаващ сървър": labelRemote, "приемащ сървър": labelRemote, "пощенски сървър": labelRemote, "отказано от": labelRemote, "хост": labelRemote,
	"докладващ сървър": labelServer, "генерирано от": labelServer, "изпращащ сървър": labelServer,
	"статус": labelStatus, "състояние": labelStatus, "код на състоянието": labelStatus,
	"последен опит": labelLastAttempt,
	// Greek
	"παραλήπτης": labelRecipient, "παραλήπτες": labelRecipient, "παραλήπτη": labelRecipient, "διεύθυνση": labelRecipient, "διεύθυνση παραλήπτη": labelRecipient, "διεύθυνση email": labelRecipient, "διεύθυνση e-mail": labelRecipient, "ηλ. διεύθυνση": labelRecipient, "χρήστης": labelRecipient, "γραμματοκιβώτιο": labelRecipient, "δεν παραδόθηκε σε": labelRecipient, "δεν παραδόθηκε στον": labelRecipient,
	"προς": labelTo, "εστάλη προς": labelTo,
	"αποστολέας": labelSender, "αποστολέα": labelSender, "από": labelSender, "διεύθυνση αποστολέα": labelSender,
	"αιτία": labelReason, "αιτιολογία": labelReason, "λόγος": labelReason, "λόγος απόρριψης": labelReason, "λόγος αποτυχίας": labelReason, "αιτία αποτυχίας": labelReason, "αιτία απόρριψης": labelReason, "σφάλμα": labelReason, "μήνυμα σφάλματος": labelReason, "κωδικός σφάλματος": labelReason, "περιγραφή": labelReason, "περιγραφή σφάλματος": labelReason, "λεπτομέρειες": labelReason, "εξήγηση": labelReason, "πρόβλημα": labelReason, "τεχνικές λεπτομέρειες": labelReason, "τελευταίο σφάλμα": labelReason,
	"απάντηση": labelDiagnostic, "απάντηση διακομιστή": labelDiagnostic, "απάντηση του διακομιστή": labelDiagnostic, "απάντηση εξυπηρετητή": labelDiagnostic, "απόκριση": labelDiagnostic, "απόκριση διακομιστή": labelDiagnostic, "απόκριση του διακομιστή": labelDiagnostic, "σφάλμα smtp": labelDiagnostic, "απάντηση smtp": labelDiagnostic, "μήνυμα διακομιστή": labelDiagnostic,
	"διακομιστής": labelRemote, "διακομιστής παραλήπτη": labelRemote, "εξυπηρετητής": labelRemote, "διακομιστής προορισμού": labelRemote, "εξυπηρετητής παραλήπτη": labelRemote,
	"διακομιστής αναφοράς": labelServer, "δημιουργήθηκε από": labelServer, "διακομιστής δημιουργίας": labelServer,
	"κατάσταση": labelStatus, "κωδικός κατάστασης": labelStatus,
	"τελευταία προσπάθεια": labelLastAttempt,
	// Turkish
	"alıcılar": labelRecipient, "alıcı adresi": labelRecipient, "alıcının adresi": labelRecipient, "alıcı(lar)": labelRecipient, "alici": labelRecipient, "alici adresi": labelRecipient, "e-posta adresi": labelRecipient, "eposta adresi": labelRecipient, "kullanıcı": labelRecipient, "posta kutusu": labelRecipient, "iletilemeyen adres": labelRecipient, "teslim edilemeyen": labelRecipient,
	"kime": labelTo, "gönderilen adres": labelTo,
	"gönderici": labelSender, "gönderen adresi": labelSender, "kimden": labelSender, "gonderen": labelSender, "gönderenin adresi": labelSender,
	"sebep": labelReason, "sebebi": labelReason, "nedeni": labelReason, "hata nedeni": labelReason, "hatanın nedeni": labelReason, "red nedeni": labelReason, "ret nedeni": labelReason, "reddedilme nedeni": labelReason, "hata mesajı": labelReason, "hata iletisi": labelReason, "hata kodu": labelReason, "hata açıklaması": labelReason, "açıklama": labelReason, "aciklama": labelReason, "ayrıntılar": labelReason, "ayrıntı": labelReason, "detay": labelReason, "detaylar": labelReason, "sorun": labelReason, "sonuç": labelReason, "son hata": labelReason, "hata ayrıntıları": labelReason, "teknik ayrıntılar": labelReason, "gerekçe": labelReason,
	"yanıt": labelDiagnostic, "cevap": labelDiagnostic, "sunucu yanıtı": labelDiagnostic, "sunucunun yanıtı": labelDiagnostic, "sunucu cevabı": labelDiagnostic, "sunucunun cevabı": labelDiagnostic, "uzak sunucu yanıtı": labelDiagnostic, "uzak sunucunun yanıtı": labelDiagnostic, "karşı sunucunun yanıtı": labelDiagnostic, "alıcı sunucu yanıtı": labelDiagnostic, "smtp yanıtı": labelDiagnostic, "smtp hatası": labelDiagnostic, "sunucu mesajı": labelDiagnostic, "sunucu iletisi": labelDiagnostic,
	"sunucu": labelRemote, "uzak sunucu": labelRemote, "karşı sunucu": labelRemote, "alıcı sunucu": labelRemote, "alıcı sunucusu": labelRemote, "hedef sunucu": labelRemote, "alıcının sunucusu": labelRemote, "e-posta sunucusu": labelRemote, "reddeden sunucu": labelRemote,
	"bildiren sunucu": labelServer, "oluşturan sunucu": labelServer, "raporlayan sunucu": labelServer, "gönderen sunucu": labelServer,
	"durum": labelStatus, "durum kodu": labelStatus,
	"son deneme": labelLastAttempt,
	// Russian
	"получателя": labelRecipient, "адресаты": labelRecipient, "адрес электронной почты": labelRecipient, "электронный адрес": labelRecipient, "адрес эл. почты": labelRecipient, "почтовый ящик": labelRecipient, "пользователь": labelRecipient, "не доставлено": labelRecipient, "недоставлено": labelRecipient, "email получателя": labelRecipient, "e-mail получателя": labelRecipient, "эл. адрес": labelRecipient,
	"отправлено на": labelTo, "письмо для": labelTo, "для": labelTo, "куда": labelTo,
	"адрес отправителя": labelSender, "от кого": labelSender, "отправлено от": labelSender,
	"причины": labelReason, "причина отказа": labelReason, "причина ошибки": labelReason, "причина возврата": labelReason, "причина недоставки": labelReason, "причина отклонения": labelReason, "причина задержки": labelReason, "сообщение об ошибке": labelReason, "текст ошибки": labelReason, "код ошибки": labelReason, "описание ошибки": labelReason, "детали": labelReason, "пояснение": labelReason, "объяснение": labelReason, "проблема": labelReason, "последняя ошибка": labelReason, "технические подробности": labelReason, "диагноз": labelReason, "сведения об ошибке": labelReason,
	"ответ": labelDiagnostic, "ответ удаленного сервера": labelDiagnostic, "ответ удалённого сервера": labelDiagnostic, "ответ сервера получателя": labelDiagnostic, "ответ почтового сервера": labelDiagnostic, "ответ smtp": labelDiagnostic, "smtp-ответ": labelDiagnostic, "ошибка smtp": labelDiagnostic, "сообщение сервера": labelDiagnostic, "ошибка сервера": labelDiagnostic, "сервер ответил": labelDiagnostic, "диагностика": labelDiagnostic,
	"сервер получателя": labelRemote, "удаленный сервер": labelRemote, "удалённый сервер": labelRemote, "принимающий сервер": labelRemote, "почтовый сервер": labelRemote, "сервер назначения": labelRemote, "удаленный хост": labelRemote, "узел": labelRemote, "отклонено сервером": labelRemote, "сервер адресата": labelRemote,
	"создающий сервер": labelServer, "сообщающий сервер": labelServer, "отправляющий сервер": labelServer, "создано сервером": labelServer, "сформировано сервером": labelServer,
	"код состояния": labelStatus, "код статуса": labelStatus, "состояние": labelStatus,
	"последняя попытка": labelLastAttempt,
	// Ukrainian
	"одержувач": labelRecipient, "одержувачі": labelRecipient, "отримувач": labelRecipient, "отримувачі": labelRecipient, "адресати": labelRecipient, "адреса": labelRecipient, "адреса одержувача": labelRecipient, "адреса отримувача": labelRecipient, "адреса електронної пошти": labelRecipient, "електронна адреса": labelRecipient, "користувач": labelRecipient, "поштова скринька": labelRecipient, "не доставлено до": labelRecipient,
	"відправник": labelSender, "адреса відправника": labelSender, "від": labelSender, "від кого": labelSender,
	"причина відмови": labelReason, "причина помилки": labelReason, "причина повернення": labelReason, "помилка": labelReason, "повідомлення про помилку": labelReason, "текст помилки": labelReason, "код помилки": labelReason, "опис": labelReason, "опис помилки": labelReason, "подробиці": labelReason, "деталі": labelReason, "пояснення": labelReason, "остання помилка": labelReason, "технічні подробиці": labelReason,
	"відповідь": labelDiagnostic, "відповідь сервера": labelDiagnostic, "відповідь smtp": labelDiagnostic, "помилка smtp": labelDiagnostic, "повідомлення сервера": labelDiagnostic, "сервер відповів": labelDiagnostic, "діагностика": labelDiagnostic,
	"сервер одержувача": labelRemote, "сервер отримувача": labelRemote, "віддалений сервер": labelRemote, "приймаючий сервер": labelRemote, "поштовий сервер": labelRemote, "сервер призначення": labelRemote, "відхилено сервером": labelRemote,
	"сервер, що звітує": labelServer, "створено сервером": labelServer, "сервер відправника": labelServer,
	"стан": labelStatus, "код стану": labelStatus,
	"остання спроба": labelLastAttempt,
	// Hebrew
	"נמען": labelRecipient, "נמענים": labelRecipient, "הנמען": labelRecipient, "כתובת": labelRecipient, "כתובת הנמען": labelRecipient, "כתובת דואר אלקטרוני": labelRecipient, "כתובת דוא\"ל": labelRecipient, "כתובת אימייל": labelRecipient, "משתמש": labelRecipient, "תיבת דואר": labelRecipient, "מען": labelRecipient,
	"אל": labelTo, "נשלח אל": labelTo,
	"שולח": labelSender, "השולח": labelSender, "מאת": labelSender, "כתובת השולח": labelSender,
	"סיבה": labelReason, "הסיבה": labelReason, "סיבת הדחייה": labelReason, "סיבת הכישלון": labelReason, "סיבת השגיאה": labelReason, "שגיאה": labelReason, "הודעת שגיאה": labelReason, "הודעת השגיאה": labelReason, "קוד שגיאה": labelReason, "קוד השגיאה": labelReason, "תיאור": labelReason, "תיאור השגיאה": labelReason, "פרטים": labelReason, "פרטי השגיאה": labelReason, "הסבר": labelReason, "בעיה": labelReason, "פירוט": labelReason,
	"תגובה": labelDiagnostic, "תגובת השרת": labelDiagnostic, "תשובת השרת": labelDiagnostic, "תשובה": labelDiagnostic, "תגובת השרת המרוחק": labelDiagnostic, "הודעת השרת": labelDiagnostic, "תשובת שרת הנמען": labelDiagnostic, "תגובת שרת": labelDiagnostic, "שגיאת smtp": labelDiagnostic,
	"שרת": labelRemote, "שרת הנמען": labelRemote, "השרת המרוחק": labelRemote, "שרת מרוחק": labelRemote, "שרת היעד": labelRemote, "שרת הדואר": labelRemote,
	"השרת המדווח": labelServer, "נוצר על ידי": labelServer, "שרת מדווח": labelServer,
	"מצב": labelStatus, "קוד מצב": labelStatus, "סטטוס": labelStatus,
	"ניסיון אחרון": labelLastAttempt,
	// Arabic
	"المستلم": labelRecipient, "المستلمون": labelRecipient, "المستلمين": labelRecipient, "المرسل إليه": labelRecipient, "عنوان المستلم": labelRecipient, "عنوان المرسل إليه": labelRecipient, "العنوان": labelRecipient, "عنوان البريد الإلكتروني": labelRecipient, "المستخدم": labelRecipient, "صندوق البريد": labelRecipient, "المتلقي": labelRecipient,
	"إلى": labelTo, "الى": labelTo, "أرسلت إلى": labelTo,
	"المرسل": labelSender, "من": labelSender, "عنوان المرسل": labelSender,
	"السبب": labelReason, "سبب": labelReason, "سبب الرفض": labelReason, "سبب الفشل": labelReason, "سبب الخطأ": labelReason, "سبب عدم التسليم": labelReason, "سبب الإرجاع": labelReason, "خطأ": labelReason, "الخطأ": labelReason, "رسالة الخطأ": labelReason, "رمز الخطأ": labelReason, "كود الخطأ": labelReason, "وصف الخطأ": labelReason, "الوصف": labelReason, "التفاصيل": labelReason, "تفاصيل": labelReason, "تفاصيل الخطأ": labelReason, "الشرح": labelReason, "المشكلة": labelReason, "رقم الخطأ": labelReason,
	"الرد": labelDiagnostic, "رد": labelDiagnostic, "رد الخادم": labelDiagnostic, "استجابة الخادم": labelDiagnostic, "الاستجابة": labelDiagnostic, "رد خادم المستلم": labelDiagnostic, "رد الخادم البعيد": labelDiagnostic, "رسالة الخادم": labelDiagnostic, "خطأ smtp": labelDiagnostic, "رد السيرفر": labelDiagnostic,
	"الخادم": labelRemote, "خادم المستلم": labelRemote, "الخادم البعيد": labelRemote, "خادم البريد": labelRemote, "الخادم المستقبل": labelRemote, "السيرفر": labelRemote, "الخادم المستلم": labelRemote,
	"الخادم المرسل": labelServer, "أنشئت بواسطة": labelServer, "الخادم المُبلغ": labelServer,
	"الحالة": labelStatus, "رمز الحالة": labelStatus,
	"آخر محاولة": labelLastAttempt,
	// Japanese
	"宛先メール": labelRecipient, "宛先のアドレス": labelRecipient, "宛先のメールアドレス": labelRecipient, "受信者アドレス": labelRecipient, "受信者メールアドレス": labelRecipient, "受信先": labelRecipient, "受取人": labelRecipient, "届け先": labelRecipient, "お届け先": labelRecipient, "配送先": labelRecipient, "配送先アドレス": labelRecipient, "配送先メールアドレス": labelRecipient, "不達アドレス": labelRecipient, "不達先": labelRecipient, "不達宛先": labelRecipient, "送信相手": labelRecipient, "送付先": labelRecipient, "該当アドレス": labelRecipient, "エラー宛先": labelRecipient, "エラーメールアドレス": labelRecipient, "相手先": labelRecipient, "相手先アドレス": labelRecipient, "失敗した宛先": labelRecipient, "対象アドレス": labelRecipient, "対象メールアドレス": labelRecipient, "受信人": labelRecipient, "ユーザー": labelRecipient, "ユーザ": labelRecipient, "お客様の送信先": labelRecipient,
	"宛て": labelTo, "宛": labelTo,
	"送信者アドレス": labelSender, "送信者メールアドレス": labelSender, "送信元アドレス": labelSender, "送信元メールアドレス": labelSender, "差出人アドレス": labelSender, "発信者": labelSender, "発信元": labelSender, "送り主": labelSender, "お客様のメールアドレス": labelSender,
	"配送失敗の理由": labelReason, "失敗理由": labelReason, "失敗の理由": labelReason, "失敗原因": labelReason, "不達理由": labelReason, "不達原因": labelReason, "エラー原因": labelReason, "エラーの内容": labelReason, "エラーの理由": labelReason, "エラーの原因": labelReason, "エラー詳細": labelReason, "エラーの詳細": labelReason, "エラーコード": labelReason, "エラー情報": labelReason, "エラー種別": labelReason, "拒否理由": labelReason, "拒否の理由": labelReason, "拒否原因": labelReason, "詳細": labelReason, "詳細情報": labelReason, "説明": labelReason, "遅延理由": labelReason, "遅延の理由": labelReason, "問題": labelReason, "最終エラー": labelReason, "配送エラー": labelReason, "診断情報": labelReason,
	"応答内容": labelDiagnostic, "応答メッセージ": labelDiagnostic, "サーバの応答": labelDiagnostic, "サーバーの応答": labelDiagnostic, "サーバ応答": labelDiagnostic, "サーバーからの応答": labelDiagnostic, "相手サーバの応答": labelDiagnostic, "相手サーバーの応答": labelDiagnostic, "相手サーバからの応答": labelDiagnostic, "相手サーバーからの応答": labelDiagnostic, "相手先サーバの応答": labelDiagnostic, "相手先サーバーの応答": labelDiagnostic, "受信サーバの応答": labelDiagnostic, "受信サーバーの応答": labelDiagnostic, "リモートサーバの応答": labelDiagnostic, "リモートサーバーの応答": labelDiagnostic, "smtp応答": labelDiagnostic, "smtp エラー": labelDiagnostic, "smtpエラー": labelDiagnostic, "サーバメッセージ": labelDiagnostic, "サーバーメッセージ": labelDiagnostic, "サーバからのメッセージ": labelDiagnostic, "サーバーからのメッセージ": labelDiagnostic, "返答": labelDiagnostic, "回答": labelDiagnostic,
	"受信サーバ": labelRemote, "受信サーバー": labelRemote, "受信側サーバ": labelRemote, "受信側サーバー": labelRemote, "リモートサーバ": labelRemote, "リモートサーバー": labelRemote, "宛先サーバ": labelRemote, "宛先サーバー": labelRemote, "送信先サーバー": labelRemote, "配送先サーバー": labelRemote, "配信先サーバ": labelRemote, "配信先サーバー": labelRemote, "ホスト": labelRemote, "接続先ホスト": labelRemote, "相手ホスト": labelRemote, "相手先ホスト": labelRemote, "拒否サーバ": labelRemote, "拒否したサーバ": labelRemote, "受信メールサーバ": labelRemote, "受信メールサーバー": labelRemote,
	"送信サーバ": labelServer, "送信サーバー": labelServer, "通知元サーバ": labelServer, "通知元サーバー": labelServer, "報告サーバ": labelServer, "報告サーバー": labelServer, "発行サーバ": labelServer, "発行サーバー": labelServer, "生成サーバー": labelServer, "生成サーバ": labelServer,
	"ステータス": labelStatus, "ステータスコード": labelStatus, "状態": labelStatus,
	"最終配送試行": labelLastAttempt, "最終試行": labelLastAttempt, "最終試行日時": labelLastAttempt, "最後の試行": labelLastAttempt,
	// Chinese
	"收件人邮箱": labelRecipient, "收件人邮件地址": labelRecipient, "收信人地址": labelRecipient, "收件邮箱": labelRecipient, "收件人列表": labelRecipient, "收件者地址": labelRecipient, "收件者信箱": labelRecipient, "收件信箱": labelRecipient, "收件人信箱": labelRecipient, "收件人電郵": labelRecipient, "收信者": labelRecipient, "收信者地址": labelRecipient, "接收人": labelRecipient, "接收者": labelRecipient, "接收方": labelRecipient, "接收地址": labelRecipient, "目标地址": labelRecipient, "目的地址": labelRecipient, "目的邮箱": labelRecipient, "投递地址": labelRecipient, "邮箱地址": labelRecipient, "邮件地址": labelRecipient, "郵件地址": labelRecipient, "電郵地址": labelRecipient, "電子郵件地址": labelRecipient, "电子邮件地址": labelRecipient, "失败地址": labelRecipient, "失败收件人": labelRecipient, "失敗收件人": labelRecipient, "失敗地址": labelRecipient, "无法送达": labelRecipient, "無法送達": labelRecipient, "无法投递的地址": labelRecipient, "用户": labelRecipient, "使用者": labelRecipient, "退信收件人": labelRecipient,
	"发送至": labelTo, "发往": labelTo, "寄往": labelTo, "寄給": labelTo, "寄给": labelTo, "至": labelTo,
	"发件人地址": labelSender, "发件人邮箱": labelSender, "发信人": labelSender, "發信人": labelSender, "发送者": labelSender, "發送者": labelSender, "寄信人": labelSender, "寄件人地址": labelSender, "寄件者地址": labelSender, "发件邮箱": labelSender, "发送人": labelSender, "自": labelSender,
	"原因说明": labelReason, "原因說明": labelReason, "退信理由": labelReason, "退信說明": labelReason, "退信说明": labelReason, "退信代码": labelReason, "退信信息": labelReason, "退信訊息": labelReason, "退信详情": labelReason, "拒收原因": labelReason, "拒絕原因": labelReason, "拒绝原因": labelReason, "失败说明": labelReason, "失败信息": labelReason, "失败详情": labelReason, "错误原因": labelReason, "錯誤原因": labelReason, "错误代码": labelReason, "錯誤代碼": labelReason, "错误码": labelReason, "錯誤碼": labelReason, "错误描述": labelReason, "錯誤描述": labelReason, "错误说明": labelReason, "錯誤說明": labelReason, "错误提示": labelReason, "错误消息": labelReason, "错误详情": labelReason, "錯誤資訊": labelReason, "錯誤信息": labelReason, "錯誤": labelReason, "出错原因": labelReason, "出错信息": labelReason, "报错信息": labelReason, "报错": labelReason, "可能原因": labelReason, "可能的原因": labelReason, "詳細資訊": labelReason, "詳細信息": labelReason, "详细原因": labelReason, "详细说明": labelReason, "详情": labelReason, "詳情": labelReason, "说明": labelReason, "說明": labelReason, "描述": labelReason, "具体原因": labelReason, "主要原因": labelReason, "退件原因": labelReason, "退回原因": labelReason, "问题": labelReason, "诊断信息": labelReason, "診斷資訊": labelReason, "最后错误": labelReason, "延迟原因": labelReason, "延遲原因": labelReason,
	"对方服务器返回": labelDiagnostic, "对方服务器返回信息": labelDiagnostic, "对方服务器回复": labelDiagnostic, "对方服务器响应": labelDiagnostic, "对方服务器应答": labelDiagnostic, "对方返回": labelDiagnostic, "对方返回信息": labelDiagnostic, "服务器返回": labelDiagnostic, "服务器返回信息": labelDiagnostic, "服务器响应": labelDiagnostic, "服务器应答": labelDiagnostic, "服务器回复": labelDiagnostic, "服务器回应": labelDiagnostic, "服务器信息": labelDiagnostic, "服务器消息": labelDiagnostic, "服务器反馈": labelDiagnostic, "远程服务器返回": labelDiagnostic, "远程服务器响应": labelDiagnostic, "远端服务器返回": labelDiagnostic, "远端服务器回复": labelDiagnostic, "返回信息": labelDiagnostic, "返回消息": labelDiagnostic, "返回内容": labelDiagnostic, "响应": labelDiagnostic, "应答": labelDiagnostic, "回应": labelDiagnostic, "回复": labelDiagnostic, "回覆": labelDiagnostic, "回應": labelDiagnostic, "對方伺服器回應": labelDiagnostic, "對方伺服器訊息": labelDiagnostic, "對方主機回應": labelDiagnostic, "對方主機訊息": labelDiagnostic, "伺服器回應": labelDiagnostic, "伺服器回覆": labelDiagnostic, "伺服器訊息": labelDiagnostic, "遠端伺服器回應": labelDiagnostic, "遠端主機回應": labelDiagnostic, "遠端伺服器訊息": labelDiagnostic, "主機回應": labelDiagnostic, "主机返回": labelDiagnostic, "smtp错误": labelDiagnostic, "smtp 错误": labelDiagnostic, "smtp錯誤": labelDiagnostic, "smtp回應": labelDiagnostic, "smtp响应": labelDiagnostic, "smtp返回": labelDiagnostic,
	"服务器": labelRemote, "服务器地址": labelRemote, "对方主机": labelRemote, "远程服务器": labelRemote, "远程主机": labelRemote, "远端服务器": labelRemote, "远端主机": labelRemote, "目标服务器": labelRemote, "目标主机": labelRemote, "收件人服务器": labelRemote, "收件服务器": labelRemote, "接收服务器": labelRemote, "收信服务器": labelRemote, "收件方服务器": labelRemote, "目的服务器": labelRemote, "接收方服务器": labelRemote, "拒收服务器": labelRemote, "伺服器": labelRemote, "對方伺服器": labelRemote, "對方主機": labelRemote, "遠端伺服器": labelRemote, "遠端主機": labelRemote, "目的伺服器": labelRemote, "目標伺服器": labelRemote, "目的主機": labelRemote, "收件伺服器": labelRemote, "收件者伺服器": labelRemote, "收信伺服器": labelRemote, "收信主機": labelRemote, "主機": labelRemote, "接收伺服器": labelRemote,
	"产生服务器": labelServer, "生成服务器": labelServer, "生成伺服器": labelServer, "產生伺服器": labelServer, "产生报告的服务器": labelServer, "报告服务器": labelServer, "報告伺服器": labelServer, "发送服务器": labelServer, "投递服务器": labelServer, "退信服务器": labelServer,
	"状态": labelStatus, "状态码": labelStatus, "狀態": labelStatus, "狀態碼": labelStatus,
	"最后尝试": labelLastAttempt, "最后一次尝试": labelLastAttempt, "最後嘗試": labelLastAttempt,
	// Korean
	"수신인": labelRecipient, "수신자 주소": labelRecipient, "수신자 메일": labelRecipient, "수신자 메일주소": labelRecipient, "수신자 이메일": labelRecipient, "수신 주소": labelRecipient, "수신주소": labelRecipient, "수신 메일주소": labelRecipient, "수신": labelRecipient, "받는 사람 주소": labelRecipient, "받는이": labelRecipient, "받는 이": labelRecipient, "받는 분": labelRecipient, "받는분": labelRecipient, "수취인": labelRecipient, "메일 주소": labelRecipient, "메일주소": labelRecipient, "이메일 주소": labelRecipient, "전자우편 주소": labelRecipient, "실패 주소": labelRecipient, "실패한 주소": labelRecipient, "실패한 수신자": labelRecipient, "전송 실패 주소": labelRecipient, "반송 주소": labelRecipient, "사용자": labelRecipient,
	"받는 곳": labelTo, "보낸 곳": labelTo,
	"발신자": labelSender, "발신인": labelSender, "보내는 사람": labelSender, "보내는사람": labelSender, "보낸이": labelSender, "보낸 이": labelSender, "보낸 분": labelSender, "송신자": labelSender, "발신": labelSender, "발신 주소": labelSender,
	"원인": labelReason, "실패 원인": labelReason, "실패사유": labelReason, "실패원인": labelReason, "실패 이유": labelReason, "반송 사유": labelReason, "반송사유": labelReason, "반송 이유": labelReason, "반송 원인": labelReason, "거부 사유": labelReason, "거절 사유": labelReason, "차단 사유": labelReason, "오류": labelReason, "오류 내용": labelReason, "오류내용": labelReason, "오류 메시지": labelReason, "오류메시지": labelReason, "오류 코드": labelReason, "오류코드": labelReason, "오류 원인": labelReason, "오류 사유": labelReason, "에러": labelReason, "에러 메시지": labelReason, "에러메시지": labelReason, "에러 코드": labelReason, "에러 내용": labelReason, "상세 내용": labelReason, "상세내용": labelReason, "상세 정보": labelReason, "상세 사유": labelReason, "세부 정보": labelReason, "설명": labelReason, "문제": labelReason, "지연 사유": labelReason, "지연 원인": labelReason, "진단 정보": labelReason,
	"응답": labelDiagnostic, "서버 응답": labelDiagnostic, "서버응답": labelDiagnostic, "서버의 응답": labelDiagnostic, "서버 메시지": labelDiagnostic, "서버메시지": labelDiagnostic, "서버 응답 메시지": labelDiagnostic, "상대 서버 응답": labelDiagnostic, "상대 서버의 응답": labelDiagnostic, "상대서버 응답": labelDiagnostic, "상대방 서버 응답": labelDiagnostic, "수신 서버 응답": labelDiagnostic, "수신서버 응답": labelDiagnostic, "원격 서버 응답": labelDiagnostic, "원격 서버의 응답": labelDiagnostic, "smtp 응답": labelDiagnostic, "smtp 오류": labelDiagnostic, "smtp 에러": labelDiagnostic, "smtp 메시지": labelDiagnostic, "응답 메시지": labelDiagnostic, "응답 내용": labelDiagnostic,
	"서버": labelRemote, "상대 서버": labelRemote, "상대서버": labelRemote, "상대방 서버": labelRemote, "수신 서버": labelRemote, "수신서버": labelRemote, "수신 메일 서버": labelRemote, "수신측 서버": labelRemote, "원격 서버": labelRemote, "원격서버": labelRemote, "원격 호스트": labelRemote, "대상 서버": labelRemote, "목적지 서버": labelRemote, "메일 서버": labelRemote, "호스트": labelRemote, "받는 서버": labelRemote, "거부 서버": labelRemote,
	"생성 서버": labelServer, "보고 서버": labelServer, "발신 서버": labelServer, "송신 서버": labelServer, "발송 서버": labelServer,
	"상태": labelStatus, "상태 코드": labelStatus, "상태코드": labelStatus,
	"마지막 시도": labelLastAttempt, "최종 시도": labelLastAttempt,
	// Thai
	"ผู้รับ": labelRecipient, "ที่อยู่ผู้รับ": labelRecipient, "อีเมลผู้รับ": labelRecipient, "อีเมล์ผู้รับ": labelRecipient, "ที่อยู่อีเมล": labelRecipient, "ผู้ใช้": labelRecipient,
	"ถึง": labelTo, "ส่งถึง": labelTo,
	"ผู้ส่ง": labelSender, "จาก": labelSender,
	"สาเหตุ": labelReason, "เหตุผล": labelReason, "ข้อผิดพลาด": labelReason, "ข้อความผิดพลาด": labelReason, "รหัสข้อผิดพลาด": labelReason, "รายละเอียด": labelReason, "คำอธิบาย": labelReason, "ปัญหา": labelReason, "เนื่องจาก": labelReason,
	"คำตอบ": labelDiagnostic, "การตอบกลับ": labelDiagnostic, "ข้อความตอบกลับ": labelDiagnostic, "การตอบสนอง": labelDiagnostic, "คำตอบจากระบบ": labelDiagnostic,
	"เซิร์ฟเวอร์": labelRemote, "เครื่องปลายทาง": labelRemote,
	"สถานะ": labelStatus, "รหัสสถานะ": labelStatus,
	// Vietnamese
	"người nhận": labelRecipient, "địa chỉ người nhận": labelRecipient, "địa chỉ nhận": labelRecipient, "địa chỉ": labelRecipient, "địa chỉ email": labelRecipient, "địa chỉ thư": labelRecipient, "email người nhận": labelRecipient, "hộp thư": labelRecipient, "người dùng": labelRecipient, "không gửi được tới": labelRecipient, "không gửi được đến": labelRecipient,
	"đến": labelTo, "tới": labelTo, "gửi đến": labelTo, "gửi tới": labelTo,
	"người gửi": labelSender, "địa chỉ người gửi": labelSender, "từ": labelSender,
	"lý do": labelReason, "lí do": labelReason, "nguyên nhân": labelReason, "lỗi": labelReason, "mã lỗi": labelReason, "thông báo lỗi": labelReason, "thông điệp lỗi": labelReason, "mô tả lỗi": labelReason, "mô tả": labelReason, "chi tiết": labelReason, "chi tiết lỗi": labelReason, "giải thích": labelReason, "vấn đề": labelReason, "lý do từ chối": labelReason,
	"phản hồi": labelDiagnostic, "trả lời": labelDiagnostic, "phản hồi của máy chủ": labelDiagnostic, "phản hồi từ máy chủ": labelDiagnostic, "máy chủ phản hồi": labelDiagnostic, "máy chủ trả lời": labelDiagnostic, "trả lời của máy chủ": labelDiagnostic, "thông báo của máy chủ": labelDiagnostic, "thông báo từ máy chủ": labelDiagnostic, "lỗi smtp": labelDiagnostic,
	"máy chủ": labelRemote, "máy chủ nhận": labelRemote, "máy chủ từ xa": labelRemote, "máy chủ đích": labelRemote, "máy chủ thư": labelRemote, "máy chủ người nhận": labelRemote,
	"máy chủ gửi": labelServer, "máy chủ tạo": labelServer, "được tạo bởi": labelServer,
	"trạng thái": labelStatus, "mã trạng thái": labelStatus,
	"lần thử cuối": labelLastAttempt, "lần thử gần nhất": labelLastAttempt,
	// Indonesian
	"penerima": labelRecipient, "alamat penerima": labelRecipient, "alamat": labelRecipient, "alamat email": labelRecipient, "alamat e-mail": labelRecipient, "alamat surel": labelRecipient, "email penerima": labelRecipient, "pengguna": labelRecipient, "kotak surat": labelRecipient, "gagal terkirim ke": labelRecipient,
	"kepada": labelTo, "kpd": labelTo, "dikirim ke": labelTo, "untuk": labelTo,
	"pengirim": labelSender, "alamat pengirim": labelSender, "dari": labelSender,
	"alasan": labelReason, "sebab": labelReason, "penyebab": labelReason, "kesalahan": labelReason, "galat": labelReason, "pesan kesalahan": labelReason, "pesan galat": labelReason, "kode kesalahan": labelReason, "kode galat": labelReason, "keterangan": labelReason, "deskripsi": labelReason, "rincian": labelReason, "detail": labelReason, "penjelasan": labelReason, "masalah": labelReason, "alasan penolakan": labelReason, "ralat": labelReason,
	"respon": labelDiagnostic, "respons": labelDiagnostic, "jawaban": labelDiagnostic, "balasan": labelDiagnostic, "respon server": labelDiagnostic, "respons server": labelDiagnostic, "jawaban server": labelDiagnostic, "balasan server": labelDiagnostic, "pesan server": labelDiagnostic, "kesalahan smtp": labelDiagnostic, "tanggapan": labelDiagnostic, "tanggapan server": labelDiagnostic,
	"server tujuan": labelRemote, "server penerima": labelRemote, "server jarak jauh": labelRemote, "peladen": labelRemote, "peladen tujuan": labelRemote, "server email": labelRemote, "ditolak oleh": labelRemote, "host tujuan": labelRemote,
	"server pengirim": labelServer, "dibuat oleh": labelServer,
	"kode status":        labelStatus,
	"percobaan terakhir": labelLastAttempt, "upaya terakhir": labelLastAttempt,
	// Croatian, Serbian, Slovenian
	"primatelj": labelRecipient, "primatelji": labelRecipient, "primalac": labelRecipient, "primaoci": labelRecipient, "prejemnik": labelRecipient, "prejemniki": labelRecipient, "naslovnik": labelRecipient, "naslovniki": labelRecipient, "adresa primatelja": labelRecipient, "adresa primaoca": labelRecipient, "adresa primatelja (e-mail)": labelRecipient, "naslov prejemnika": labelRecipient, "naslov": labelRecipient, "e-adresa": labelRecipient, "e-naslov": labelRecipient, "korisnik": labelRecipient, "uporabnik": labelRecipient, "прималац": labelRecipient, "примаоци": labelRecipient, "адреса примаоца": labelRecipient, "корисник": labelRecipient, "nije dostavljeno": labelRecipient, "ni dostavljeno": labelRecipient,
	"za": labelTo, "за": labelTo,
	"pošiljatelj": labelSender, "pošiljalac": labelSender, "šalje": labelSender, "pošaljitelj": labelSender, "пошиљалац": labelSender, "шаље": labelSender, "adresa pošiljatelja": labelSender, "naslov pošiljatelja": labelSender,
	"razlog": labelReason, "razlozi": labelReason, "razlog odbijanja": labelReason, "razlog odbitka": labelReason, "razlog zavrnitve": labelReason, "razlog greške": labelReason, "razlog pogreške": labelReason, "razlog napake": labelReason, "uzrok": labelReason, "vzrok": labelReason, "greška": labelReason, "pogreška": labelReason, "napaka": labelReason, "poruka o grešci": labelReason, "poruka o pogrešci": labelReason, "poruka greške": labelReason, "sporočilo o napaki": labelReason, "kod greške": labelReason, "kod pogreške": labelReason, "koda napake": labelReason, "šifra greške": labelReason, "opis greške": labelReason, "opis pogreške": labelReason, "opis napake": labelReason, "pojedinosti": labelReason, "detalji": labelReason, "objašnjenje": labelReason, "pojašnjenje": labelReason, "pojasnilo": labelReason, "težava": labelReason, "разлог": labelReason, "узрок": labelReason, "порука о грешци": labelReason, "опис грешке": labelReason, "детаљи": labelReason, "greska": labelReason, "pogreska": labelReason, "vzrok napake": labelReason,
	"odgovor": labelDiagnostic, "odgovor servera": labelDiagnostic, "odgovor poslužitelja": labelDiagnostic, "odgovor udaljenog servera": labelDiagnostic, "odgovor udaljenog poslužitelja": labelDiagnostic, "odgovor strežnika": labelDiagnostic, "odgovor oddaljenega strežnika": labelDiagnostic, "smtp odgovor": labelDiagnostic, "smtp greška": labelDiagnostic, "smtp pogreška": labelDiagnostic, "smtp napaka": labelDiagnostic, "poruka servera": labelDiagnostic, "poruka poslužitelja": labelDiagnostic, "sporočilo strežnika": labelDiagnostic, "одговор": labelDiagnostic, "одговор сервера": labelDiagnostic, "одговор удаљеног сервера": labelDiagnostic, "odziv poslužitelja": labelDiagnostic, "odziv strežnika": labelDiagnostic,
	"poslužitelj": labelRemote, "poslužitelj primatelja": labelRemote, "udaljeni poslužitelj": labelRemote, "odredišni poslužitelj": labelRemote, "udaljeni server": labelRemote, "server primatelja": labelRemote, "server primaoca": labelRemote, "odredišni server": labelRemote, "strežnik": labelRemote, "oddaljeni strežnik": labelRemote, "strežnik prejemnika": labelRemote, "ciljni strežnik": labelRemote, "удаљени сервер": labelRemote, "сервер примаоца": labelRemote, "mail poslužitelj": labelRemote, "poštni strežnik": labelRemote,
	"poslužitelj koji izvješćuje": labelServer, "generirao": labelServer, "generisao": labelServer, "poročal strežnik": labelServer,
	"stanje": labelStatus, "kod stanja": labelStatus, "statusna koda": labelStatus,
	"zadnji pokušaj": labelLastAttempt, "posljednji pokušaj": labelLastAttempt, "poslednji pokušaj": labelLastAttempt, "zadnji poskus": labelLastAttempt,
	// Lithuanian
	"gavėjas": labelRecipient, "gavėjai": labelRecipient, "gavėjo adresas": labelRecipient, "adresas": labelRecipient, "el. pašto adresas": labelRecipient, "adresatas": labelRecipient, "vartotojas": labelRecipient, "naudotojas": labelRecipient, "pašto dėžutė": labelRecipient, "nepristatyta": labelRecipient,
	"kam": labelTo, "išsiųsta": labelTo,
	"siuntėjas": labelSender, "siuntėjo adresas": labelSender, "nuo": labelSender,
	"priežastis": labelReason, "klaidos priežastis": labelReason, "atmetimo priežastis": labelReason, "klaida": labelReason, "klaidos pranešimas": labelReason, "klaidos kodas": labelReason, "aprašymas": labelReason, "klaidos aprašymas": labelReason, "išsami informacija": labelReason, "paaiškinimas": labelReason, "detalės": labelReason,
	"atsakymas": labelDiagnostic, "serverio atsakymas": labelDiagnostic, "nuotolinio serverio atsakymas": labelDiagnostic, "gavėjo serverio atsakymas": labelDiagnostic, "smtp atsakymas": labelDiagnostic, "smtp klaida": labelDiagnostic, "serverio pranešimas": labelDiagnostic,
	"serveris": labelRemote, "nuotolinis serveris": labelRemote, "gavėjo serveris": labelRemote, "priimantis serveris": labelRemote, "paskirties serveris": labelRemote,
	"būsena": labelStatus, "būsenos kodas": labelStatus,
	"paskutinis bandymas": labelLastAttempt,
	// Latvian
	"saņēmējs": labelRecipient, "saņēmēji": labelRecipient, "saņēmēja adrese": labelRecipient, "adresāts": labelRecipient, "adrese": labelRecipient, "e-pasta adrese": labelRecipient, "lietotājs": labelRecipient, "pastkaste": labelRecipient, "nav piegādāts": labelRecipient,
	"nosūtīts": labelTo,
	"sūtītājs": labelSender, "sūtītāja adrese": labelSender,
	"iemesls": labelReason, "cēlonis": labelReason, "noraidīšanas iemesls": labelReason, "kļūdas iemesls": labelReason, "kļūda": labelReason, "kļūdas ziņojums": labelReason, "kļūdas paziņojums": labelReason, "kļūdas kods": labelReason, "apraksts": labelReason, "kļūdas apraksts": labelReason, "paskaidrojums": labelReason, "problēma": labelReason, "detaļas": labelReason, "papildinformācija": labelReason,
	"atbilde": labelDiagnostic, "servera atbilde": labelDiagnostic, "attālā servera atbilde": labelDiagnostic, "saņēmēja servera atbilde": labelDiagnostic, "smtp atbilde": labelDiagnostic, "smtp kļūda": labelDiagnostic, "servera ziņojums": labelDiagnostic,
	"attālais serveris": labelRemote, "saņēmēja serveris": labelRemote, "mērķa serveris": labelRemote,
	"statuss": labelStatus, "statusa kods": labelStatus, "stāvoklis": labelStatus,
	"pēdējais mēģinājums": labelLastAttempt,
	// Estonian
	"saaja": labelRecipient, "saajad": labelRecipient, "saaja aadress": labelRecipient, "adressaat": labelRecipient, "adressaadid": labelRecipient, "aadress": labelRecipient, "e-posti aadress": labelRecipient, "meiliaadress": labelRecipient, "kasutaja": labelRecipient, "postkast": labelRecipient, "kohale toimetamata": labelRecipient,
	"kellele": labelTo, "saadetud": labelTo,
	"saatja": labelSender, "saatja aadress": labelSender, "kellelt": labelSender,
	"põhjus": labelReason, "vea põhjus": labelReason, "tagasilükkamise põhjus": labelReason, "viga": labelReason, "veateade": labelReason, "veakood": labelReason, "kirjeldus": labelReason, "vea kirjeldus": labelReason, "selgitus": labelReason, "üksikasjad": labelReason, "põhjendus": labelReason, "viimane viga": labelReason,
	"vastus": labelDiagnostic, "serveri vastus": labelDiagnostic, "kaugserveri vastus": labelDiagnostic, "vastuvõtva serveri vastus": labelDiagnostic, "saaja serveri vastus": labelDiagnostic, "smtp vastus": labelDiagnostic, "smtp viga": labelDiagnostic, "serveri teade": labelDiagnostic,
	"kaugserver": labelRemote, "vastuvõttev server": labelRemote, "saaja server": labelRemote, "sihtserver": labelRemote, "meiliserver": labelRemote,
	"olek": labelStatus, "olekukood": labelStatus, "staatus": labelStatus,
	"viimane katse": labelLastAttempt,
	// What tells of the message, and not of a recipient
	"identificativo messaggio": labelSender, "identificativo": labelSender, "identificativo del messaggio": labelSender, "id messaggio": labelSender, "id del messaggio": labelSender, "nachrichten-id": labelSender, "nachrichtenkennung": labelSender, "identifiant du message": labelSender, "id du message": labelSender, "id del mensaje": labelSender, "identificador del mensaje": labelSender, "id da mensagem": labelSender, "identificador da mensagem": labelSender, "bericht-id": labelSender, "meddelande-id": labelSender, "meddelelses-id": labelSender, "meldings-id": labelSender, "viestin tunnus": labelSender, "identyfikator wiadomości": labelSender, "id wiadomości": labelSender, "id zprávy": labelSender, "id správy": labelSender, "üzenetazonosító": labelSender, "üzenet azonosítója": labelSender, "id mesaj": labelSender, "id-ul mesajului": labelSender, "идентификатор сообщения": labelSender, "id сообщения": labelSender, "ідентифікатор повідомлення": labelSender, "αναγνωριστικό μηνύματος": labelSender, "ileti kimliği": labelSender, "mesaj kimliği": labelSender, "メッセージid": labelSender, "邮件id": labelSender, "郵件id": labelSender, "信件id": labelSender, "メールid": labelSender, "메시지 id": labelSender, "메일 id": labelSender, "id poruke": labelSender, "id sporočila": labelSender, "mã thư": labelSender, "id pesan": labelSender,
	"subject": labelSender, "betreff": labelSender, "objet": labelSender, "sujet": labelSender, "oggetto": labelSender, "asunto": labelSender, "assunto": labelSender, "onderwerp": labelSender, "emne": labelSender, "ämne": labelSender, "aihe": labelSender, "temat": labelSender, "předmět": labelSender, "predmet": labelSender, "tárgy": labelSender, "subiect": labelSender, "subiectul": labelSender, "тема": labelSender, "относно": labelSender, "θέμα": labelSender, "konu": labelSender, "נושא": labelSender, "הנושא": labelSender, "الموضوع": labelSender, "件名": labelSender, "题名": labelSender, "主题": labelSender, "主旨": labelSender, "主題": labelSender, "邮件主题": labelSender, "郵件主旨": labelSender, "信件主旨": labelSender, "제목": labelSender, "메일 제목": labelSender, "เรื่อง": labelSender, "หัวเรื่อง": labelSender, "tiêu đề": labelSender, "chủ đề": labelSender, "perihal": labelSender, "subjek": labelSender, "zadeva": labelSender, "tema": labelSender, "naslov poruke": labelSender, "teema": labelSender, "наслов": labelSender, "предмет": labelSender,
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
	return labelOf(name), value
}

// labelOf returns what a folded name promises: itself, with blanks for hyphens,
// without an ending in parentheses as in "destinatario(s)", the first of two
// languages as in "Empfänger / recipient", or without the blanks that set CJK
// characters apart.
func labelOf(name string) label {
	if l := labels[name]; l != noLabel {
		return l
	}
	if l := labels[strings.ReplaceAll(name, "-", " ")]; l != noLabel {
		return l
	}
	if i := strings.IndexAny(name, "(/（"); i > 0 {
		return labels[strings.TrimSpace(name[:i])]
	}
	if name != "" && name[0] >= utf8.RuneSelf {
		return labels[strings.ReplaceAll(name, " ", "")]
	}
	return noLabel
}
