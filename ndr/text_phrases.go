package ndr

// This file holds the words that reports of any system share, by language.
// Phrases are in lower case, with single spaces and plain apostrophes, and are
// looked for anywhere in a line joined with the line before it, so that a
// wrapped sentence is found too. A phrase that only one system uses stands
// with its format in formats_table.go.

// senses are the phrases that tell something wherever they stand.
var senses = []struct {
	says    sense
	phrases []string
}{
	{saysFailed, failurePhrases},
	{saysDelayed, delayPhrases},
	{saysFinal, finalPhrases},
	{saysDelivered, successPhrases},
	{saysContact, contactPhrases},
	{saysServer, serverPhrases},
	{hintsServer, serverLeads},
	{hintsServer, greetings},
	{hintsServer, hostVerbs},
	{hintsServer, []string{qmailSend}},
}

// failurePhrases say that a message was not delivered.
var failurePhrases = []string{
	// English
	"could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered", "can not be delivered",
	"could not deliver", "couldn't deliver", "cannot deliver", "can't deliver", "unable to deliver", "unable to be delivered",
	"not able to deliver", "wasn't able to deliver", "not able to be delivered", "failed to deliver", "not delivered",
	"wasn't delivered", "weren't delivered", "hasn't been delivered", "not been delivered", "did not receive", "never delivered", "unsuccessful", "not been successfully", "not successfully",
	"undeliverable", "undelivered", "non-deliverable", "not deliverable", "nondeliverable", "non-delivery", "nondelivery", "could not be relayed",
	"delivery failed", "delivery failure", "delivery has failed", "delivery error", "deliver failed", "delivery fail",
	"delivery to the following", "delevery to the following", "delivery to these", "delivering your m", "delivering the following",
	"failed permanently", "permanent fatal error", "permanent error", "permanent failure", "fatal errors", "had delivery",
	"had errors", "had problems", "encountered delivery problems", "has delivery problems", "is not a registered", "not known here", "no longer known", "longer) known", "could not contact machine", "unable to contact machine", "is returned below", "are returned below", "addresses failed", "address failed", "address(es) failed", "recipients failed", "recipient failed",
	"recipient(s) failed", "returned to sender", "returning message to sender", "return to sender", "trouble delivering",
	"failure notice", "delivery status notification (failure)", "was not relayed", "were not relayed", "could not be sent", "couldn't be sent", "cannot be sent", "not be sent to", "was not sent",
	"returned mail", "returned email", "while attempting to deliver", "while trying to deliver", "failed to reach", "could not reach",
	"was rejected", "were rejected", "automatically rejected", "did not reach", "not receive a copy", "been rejected", "rejected by", "was blocked", "were blocked", "been blocked", "has been failed",
	"couldn't be found", "could not be found", "not be processed", "was refused", "been refused", "message blocked", "was stopped by", "been stopped by", "is being returned", "bounced",
	"unknown user", "user unknown", "invalid user", "invalid address", "invalid recipient", "unknown recipient", "unknown address",
	"no such user", "unknown local", "not listed in", "mailbox is full", "mailbox full", "over quota", "quota exceeded", "mailbox exceeds", "account is disabled", "has been quarantined",
	"not a member of this mailing list", "unsolicited bulk e", "could not be accepted", "unroutable address", "unrouteable address",
	"returned permanent errors", "delivery to failed", "mail to failed", "message to failed", "delivery for failed", "sending to failed", "could not be posted", "was not posted", "could not be forwarded", "couldn't be forwarded", "cannot be forwarded", "server rejected", "rejected your message", "rejected your email", "hardbounce", "hard bounce", "address not found", "not currently registered", "mail failed", "message failed", "failed addresses", "delivery of the email was stopped", "delivery of the message was stopped", "email was stopped", "mail was stopped", "transcript of session follows", "transcript of the attempts", "contained one or more recipient addresses that were", "response to your mail to",
	// German
	"nicht zugestellt", "unzustellbar", "konnte nicht ausgeliefert", "konnten nicht ausgeliefert", "zustellung fehlgeschlagen",
	"zustellfehler", "nicht zustellbar", "konnte nicht an", "konnte nicht übermittelt", "nicht übermittelt werden", "zustellung an",
	"nicht erreicht werden", "empfänger unbekannt", "unbekannter empfänger", "fehler bei der zustellung", "nicht zugestellt werden",
	"unzustellbarkeit", "wurde abgelehnt", "zurückgewiesen", "nicht ausgeliefert", "postfach voll", "postfach ist voll", "konnte nicht gesendet",
	"nicht versendet", "nicht weitergeleitet", "adresse nicht gefunden",
	// French
	"n'a pas pu être", "n'a pu être", "n'ont pas pu être", "n'a pas été", "impossible de remettre", "impossible de délivrer",
	"non remis", "non délivré", "échec de la remise", "échec de remise", "echec de remise", "échec de livraison", "échec de la distribution",
	"non distribuable", "non distribué", "ne peut être délivré", "ne peut pas être", "erreur de distribution", "n'a pas pu etre",
	"destinataire inconnu", "boîte aux lettres pleine", "échec d'envoi", "echec de l'envoi", "échec de l'envoi", "avis de non-remise", "adresse introuvable", "a été rejeté", "a été refusé", "message non distribué",
	// Italian
	"non è stato possibile", "non e' stato possibile", "non può essere", "non puo' essere", "impossibile recapitare", "impossibile consegnare",
	"mancata consegna", "mancato recapito", "mancato inoltro", "non recapitabile", "non è stato recapitato", "non è stato consegnato",
	"non consegnato", "non recapitato", "consegna fallita", "errore di consegna", "destinatario sconosciuto", "casella piena",
	"avviso di mancata consegna", "rilevato un errore", "avviso di non accettazione", "rilevati problemi", "indirizzo non trovato", "è stato respinto",
	// Spanish
	"no se pudo entregar", "no se ha podido entregar", "no pudo ser entregado", "no ha podido ser entregado", "no ha sido entregado",
	"no se ha entregado", "no se puede entregar", "no puede ser entregado", "error al entregar", "error de entrega", "fallo en la entrega",
	"fallo de entrega", "no entregado", "imposible entregar", "destinatario desconocido", "buzón lleno", "no se pudo enviar", "devuelto al remitente",
	"ha sido rechazado", "fue rechazado", "no se entregó", "entrega fallida", "no se ha encontrado la dirección",
	// Portuguese
	"não pôde ser entregue", "não pode ser entregue", "não foi entregue", "não foi possível entregar", "não foi possivel entregar",
	"falha na entrega", "falha de entrega", "não entregue", "erro de entrega", "não foi possível enviar", "destinatário desconhecido",
	"devolvida ao remetente", "endereço não encontrado", "nao foi entregue", "nao pode ser entregue", "foi rejeitada", "foi recusada",
	// Dutch
	"niet worden bezorgd", "niet bezorgd", "niet afgeleverd", "kon niet worden", "onbestelbaar", "niet worden afgeleverd", "niet te bezorgen",
	"bezorging mislukt", "aflevering mislukt", "bezorgen van", "niet besteld", "onbekende gebruiker",
	// Danish, Norwegian, Swedish
	"kunne ikke leveres", "ikke leveret", "ikke levert", "kan ikke leveres", "kunde inte levereras", "inte levereras", "kan inte levereras", "gick inte att leverera",
	// Finnish
	"ei voitu toimittaa", "toimitus epäonnistui", "ei voitu lähettää", "toimittaminen epäonnistui",
	// Polish, Czech, Hungarian, Turkish, Romanian
	"nie została dostarczona", "nie mogła zostać dostarczona", "nie może zostać dostarczona", "nie można dostarczyć", "nie udało się dostarczyć",
	"niedostarczona", "niedoręczona", "nie dostarczono", "zwrot do nadawcy", "została odrzucona", "nie mogla byc dostarczona", "nie mogła być dostarczona",
	"nelze doručit", "nebyla doručena", "nemohla být doručena", "nedoručitelná", "nedoručena",
	"nem kézbesíthető", "kézbesíthetetlen", "nem sikerült kézbesíteni", "teslim edilemedi", "iletilemedi", "nu a putut fi livrat",
	// Russian, Ukrainian
	"не доставлено", "не может быть доставлено", "не было доставлено", "недоставлен", "невозможно доставить", "не удалось доставить",
	"не может быть отправлено", "не удалось отправить", "не доставлена", "не было отправлено", "ошибка доставки", "не может быть доставлен",
	"не смогли доставить", "не вдалося доставити", "не вдалося надіслати", "не доставлен", "не може бути доставлен", "не було доставлен", "неможливо доставити", "недоставка",
	// Greek, Hebrew, Arabic: what providers translate their reports into
	"δεν ήταν δυνατή η παράδοση", "δεν ήταν δυνατό να παραδοθεί", "δεν παραδόθηκε", "αποτυχία παράδοσης", "לא נמסרה", "تعذر تسليم", "لم يتم تسليم",
	// Japanese
	"配信できませんでした", "配送できませんでした", "送信できませんでした", "配達できませんでした", "お届けできませんでした", "届けることができませんでした",
	"配信できません", "配送できません", "送信できません", "お届けできません", "配信不能", "配送不能", "送信に失敗", "配信に失敗", "配送に失敗",
	"エラーのため", "送信エラー", "宛先不明", "不達", "見つかりません", "リストにありません", "届きませんでした", "配信が失敗", "配達不能", "戻され",
	// Chinese
	"无法送达", "无法投递", "無法送達", "無法傳遞", "投递失败", "退信", "退回", "发送失败", "未能送达", "不能送达", "被拒收", "無法投遞", "傳送失敗", "未能投递", "寄送失敗", "遞送失敗",
	// Korean
	"전송하지 못했습니다", "배달되지 못했습니다", "배달하지 못", "전달할 수 없", "전송할 수 없", "보낼 수 없", "전달하지 못", "보내지 못", "전송되지", "발송 되지", "발송되지", "발송 실패", "전달되지", "배달할 수 없", "전송 실패", "반송",
}

// delayPhrases say that delivery is late and will be tried again.
var delayPhrases = []string{
	"has been delayed", "message is delayed", "is delayed for more than", "been delayed for", "delivery delayed", "delayed mail", "still being retried", "message delayed",
	"not yet been delivered", "has not yet", "will be retried", "will be re-tried", "will continue to try", "will keep trying", "will try again",
	"keeps trying", "attempts will continue", "still trying", "yet to be delivered", "could not send message for past", "warning message only", "this is a warning only",
	"do not need to resend", "don't need to resend", "do not have to resend", "transient non-fatal", "temporary failure report", "delivery status notification (delay)",
	"delivery incomplete", "temporary problem delivering", "delay reason", "has been enqueued and undeliverable", "delayed delivery", "trying to deliver your message for",
	"still in the queue", "no further action is required", "is still undelivered", "delivery has been delayed", "delivery is delayed",
	"temporary error while", "warning: message", "continue to attempt",
	"nog niet worden bezorgd", "nog niet bezorgd", "nog niet afgeleverd", "zustellung unvollständig", "remise incomplète", "de nouvelles tentatives", "entrega incompleta", "consegna incompleta", "ännu inte levererats", "endnu ikke leveret", "viivästy", "zpožděn", "opóźnien", "késik",
	"verzögert", "noch nicht zugestellt", "wird weiter versucht", "weitere zustellversuche", "retardé", "différé", "nouvelle tentative", "in ritardo", "ritardata", "verrà ritentat",
	"se ha retrasado", "retrasada", "retrasado", "atrasada", "atraso na entrega", "vertraagd", "opóźnion", "задержан", "задерживает", "попытки доставки будут", "будет продолжать попытки", "только предупреждение", "еще не доставлен", "ещё не доставлен", "försenad", "forsinket",
	"nur eine warnung", "wird weiter versuch", "weiterhin versuch", "seguirá intent", "continuará intent", "aún no ha podido", "aún no ha sido", "aún no se ha", "todavía no ha", "continuerà a tent", "continuerà a prov", "stato ancora consegnato", "stato ancora recapitato",
	"continuará tentando", "continuará a tentar", "ainda não foi", "ainda não pôde", "pas encore été", "continuera d'essayer", "continuera à essayer", "continuera ses tentatives", "pas encore pu", "simple avertissement", "message en attente", "jeszcze dostarczon", "próby dostarczenia będą", "dosud nebyla doručena", "zatím nebyla doručena", "még nem sikerült", "ännu inte kunnat", "ennå ikke levert", "ei ole vielä toimitettu",
	"遅延", "再送を試み", "再送信します", "延迟", "延遲", "将继续尝试", "지연",
}

// finalPhrases say that a message that was late will not be tried again.
var finalPhrases = []string{"timed out and failed", "delivery of this message failed because of"}

// successPhrases say that a message arrived or was handed on.
var successPhrases = []string{
	" successfully delivered", "was successfully", " successfully relayed", "has been delivered", "been successfully", "delivery report that you requested",
	" successful delivery", " successful mail delivery", "delivery successful", "relayed to the following", "were relayed", "delivered to the following", "was delivered to mailbox",
	" successful final delivery", "return receipt",
	"erfolgreich zugestellt", "a été remis", "remis avec succès", "consegnato correttamente", "è stato consegnato", "entregado correctamente", "se ha entregado", "foi entregue com",
	"is afgeleverd", "została dostarczona", "успешно доставлен", "正常に配信", "配信されました", "已成功", "成功送达",
}

// contactPhrases mark a sentence whose address is one to ask for help, or that
// of the sender, not a recipient.
var contactPhrases = []string{
	"contact", "assistance", "further help", "please send mail to", "please send", "please reply", "send an e", "questions", "support at", "report this", "mail to the address",
	"wenden sie", "kontakt", "rückfragen", "veuillez contacter", "contactez", "contattare", "assistenza", "póngase en contacto", "contacte", "neem contact",
	"skontaktuj", "обратит", "свяжитесь", "お問い合わせ", "へご連絡", "ご連絡", "联系", "聯絡", "unsubscribe", "subscribe to", "to subscribe", "envelope-from", "mail from", "message-id", "message id",
	"copyright", "your ip", "forward this", "write to", "delist", "unblock", "reach us", "abuse desk", "problem report",
}

// senderWords stand right before the address of a sender.
var senderWords = []string{
	"from", "from:", "sender", "sender:", "by", "sent by", "from address", "mail from:", "von", "absender", "absender:", "expéditeur", "expéditeur :", "mittente", "mittente:", "proveniente da",
	"remitente", "remitente:", "remetente:", "afzender", "afzender:", "nadawca", "nadawca:", "отправитель", "отправитель:", "差出人", "差出人：", "送信者", "送信者：", "发件人", "发件人：", "發件人：", "寄件者：", "寄件人：",
	"dear", "hello", "hi", "hallo", "bonjour", "hola", "ciao", "sehr geehrte", "dear user", "dear sender",
}

// autoReplyPhrases in a subject tell an answer by a person's responder.
var autoReplyPhrases = []string{
	"out of office", "out of the office", "automatic reply", "auto reply", "autoreply", "auto-reply", "automated reply", "autoresponse", "auto response",
	"vacation", "on leave", "away from", "abwesen", "automatische antwort", "réponse automatique", "absence", "risposta automatica", "fuori ufficio",
	"respuesta automática", "fuera de la oficina", "resposta automática", "automatisch antwoord", "afwezig", "autoodpowied", "автоответ", "自動応答", "自動返信", "不在", "自动回复", "自動回覆", "부재중",
	"thank you for", "ticket", "we received your", "we have received", "read:", "postfix smtp server: errors from",
}

// reasonWords are in the heading of a reason.
var reasonWords = newPhraseSet(
	"reason", "because", "details", "error", "response", "said", "diagnos", "returned", "problem", "cause", "explanation", "message was", "failure",
	"grund", "fehler", "ursache", "antwort", "raison", "motif", "erreur", "motiv", "caus", "errore", "razón", "razão", "erro", "reden", "fout", "powód", "przyczyn", "błąd",
	"причин", "ошибк", "理由", "原因", "エラー", "错误", "錯誤", "사유", "이유", "오류",
)

// originalPhrases announce the returned message on a line of their own.
var originalPhrases = []string{
	"below this line is a copy", "this is a copy of", "below is a copy of", "enclosed is a copy", "included is a copy", "here is a copy of", "copy of the message", "a copy of the message", "a copy of your message",
	"forward header", "original message", "original mail", "original email", "original header", "the original message follows", "the original message is", "unsent message", "undelivered message", "returned message", "returned mail", "message header", "message text follows",
	"message contents", "the header of the original", "the headers of the original", "headers of the message", "header of the message", "the message header", "return message", "your message follows", "your original message",
	"the message follows", "message follows", "start of returned message", "start of message", "beginning of original", "begin returned", "original data", "message body", "failed message", "returned headers", "returned content", "email header", "mail header",
	"bounced message", "original mail info", "rejected message", "first 20 lines", "included message", "the header and top", "the first lines of", "message source", "the undelivered message", "text of the original",
	"ursprüngliche nachricht", "originalnachricht", "original-nachricht", "kopie der nachricht", "kopfzeilen", "message d'origine", "message original", "en-tête", "messaggio originale",
	"messaggio originario", "copia del messaggio", "mensaje original", "encabezado", "mensagem original", "oorspronkelijk", "origineel bericht", "oryginalna wiadomość", "treść wiadomości", "исходное сообщение", "заголов", "текст письма",
	"元のメッセージ", "オリジナルメッセージ", "元のメール", "送信されたメール", "メールヘッダ", "原始邮件", "原始郵件", "原邮件", "原信", "以下为原", "원본 메시지", "원본 메일",
}
