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
	// German
	"nicht zustellen", "nicht zuzustellen", "zustellung gescheitert", "zustellung ist gescheitert", "zustellung ist fehlgeschlagen", "zustellung ist endgültig", "zustellung nicht möglich", "zustellung war nicht möglich", "zustellung nicht erfolgreich", "zustellung erfolglos", "zustellungsfehler", "zustellungsproblem", "zustellproblem", "zustellversuch fehlgeschlagen",
	"versand fehlgeschlagen", "übermittlung fehlgeschlagen", "übermittlungsfehler", "nicht übermitteln", "nicht übermittelt", "nicht gesendet werden", "nicht versandt", "nicht weiterleiten", "nicht ausliefern", "nicht angenommen", "nachricht abgelehnt", "mail abgelehnt", "abgewiesen", "annahme verweigert",
	"verweigert die annahme", "verweigerte die annahme", "annahme der nachricht", "wurde blockiert", "nachricht blockiert", "nachricht gestoppt", "wurde gestoppt", "wurde nicht erreicht", "nicht erreichen", "zurückgeschickt", "an den absender zurück", "geht zurück an", "ist zurückgekommen", "rückläufer",
	"hat sie nicht erreicht", "postfach nicht gefunden", "empfänger nicht gefunden", "empfängeradresse ungültig", "ungültiger empfänger", "bounce-nachricht",
	// French
	"n'a pas pu remettre", "n'a pu remettre", "n'a pas pu livrer", "n'a pas pu délivrer", "n'a pas pu distribuer", "n'a pas abouti", "n'est pas parvenu", "n'ont pas reçu", "n'a pas atteint", "ne parviendra pas", "pas pu vous être", "ne peuvent pas être", "ne peut être remis", "ne peut être livré",
	"ne peut être distribué", "ne peut être achemin", "n'ont pas été", "impossible de livrer", "impossible d'envoyer", "impossible de transmettre", "impossible d'acheminer", "impossible de distribuer", "impossible de joindre", "remise impossible", "livraison impossible", "distribution impossible", "acheminement impossible", "envoi impossible",
	"remise échouée", "livraison échouée", "échec de la livraison", "échec lors de la remise", "échec d'acheminement", "échec de l'acheminement", "échec de distribution", "échec de transmission", "échec définitif", "la remise a échoué", "la livraison a échoué", "la distribution a échoué", "l'envoi a échoué", "a échoué définitivement",
	"erreur de remise", "erreur de livraison", "erreur d'envoi", "erreur d'acheminement", "non livré", "non livrable", "non-remise", "non acheminé", "non envoyé", "non transmis", "non-distribution", "pas été remis", "pas été livré", "pas été délivré",
	"pas été distribué", "pas été transmis", "pas été envoyé", "été rejeté", "été refusé", "été bloqué", "a été renvoyé", "retourné à l'expéditeur", "retour à l'expéditeur", "message rejeté", "message refusé", "message bloqué", "message bloque", "courriel rejeté",
	"courriel refusé", "utilisateur inconnu", "adresse inconnue", "adresse inexistante", "destinataire introuvable", "destinataire inexistant", "boîte pleine", "messagerie pleine", "quota dépassé",
	// Italian
	"non è stata consegnata", "non e' stato consegnato", "non e' stata consegnata", "non e' stato recapitato", "non è stata recapitata", "non sono stati consegnati", "non è stato inviato", "non è stato inoltrato", "non è stato inoltrata", "non è stato accettato", "non è stata accettata", "non ha potuto consegnare", "non ha potuto recapitare", "non siamo riusciti a consegnare",
	"non siamo riusciti a recapitare", "non si è potuto", "non e stato possibile", "non puo essere", "non ha raggiunto", "impossibile inviare", "impossibile inoltrare", "impossibile la consegna", "impossibile raggiungere", "consegna non riuscita", "consegna impossibile", "consegna non andata", "recapito non riuscito", "recapito fallito",
	"recapito impossibile", "invio non riuscito", "invio fallito", "errore nella consegna", "errore durante la consegna", "errore nel recapito", "errore di recapito", "errore di invio", "notifica di mancat", "messaggio non", "messaggio respinto", "messaggio rifiutato", "messaggio bloccato", "messaggio restituito",
	"messaggio rispedito", "è stata respinta", "e' stato respinto", "è stato rifiutato", "è stata rifiutata", "e' stato rifiutato", "è stato bloccato", "è stata bloccata", "restituito al mittente", "ritorno al mittente", "rispedito al mittente", "rimandato al mittente", "utente sconosciuto", "indirizzo sconosciuto",
	"indirizzo inesistente", "utente inesistente", "destinatario inesistente", "casella di posta piena", "casella postale piena", "quota superata",
	// Spanish
	"no se pudieron entregar", "no se pudo hacer llegar", "no pudo entregar", "no pudo ser enviado", "no pudo enviarse", "no ha podido entregar", "no ha podido ser enviado", "no ha podido enviarse", "no ha podido llegar", "no ha sido posible entregar", "no ha sido posible enviar", "no fue posible entregar", "no fue posible enviar", "no fue entregado",
	"no fue enviado", "no fue aceptado", "no ha sido enviado", "no ha sido aceptado", "no hemos podido entregar", "no hemos podido enviar", "no podemos entregar", "no se entregará", "no se ha podido enviar", "no se ha enviado", "no se envió", "no se puede enviar", "no entregada", "no entregable",
	"no enviado", "imposible enviar", "imposible hacer llegar", "entrega imposible", "entrega no realizada", "entrega fallada", "envío fallido", "error en la entrega", "error al enviar", "error de envío", "error en el envío", "fallo al entregar", "fallo en el envío", "fallo de envío",
	"falla en la entrega", "falla de entrega", "falló la entrega", "falló el envío", "la entrega ha fallado", "la entrega falló", "ha fallado la entrega", "ha rebotado", "correo rebotado", "mensaje rebotado", "rebotó", "correo devuelto", "mensaje devuelto", "correo se devuelve",
	"mensaje se devuelve", "ha sido devuelto", "fue devuelto", "se le devuelve", "devolución de correo", "devolución del mensaje", "devolución de mensaje", "mensaje rechazado", "correo rechazado", "mensaje bloqueado", "correo bloqueado", "ha rechazado", "rechazó", "fue bloqueado",
	"ha sido bloqueado", "usuario desconocido", "usuario no existe", "dirección desconocida", "dirección inexistente", "dirección no encontrada", "destinatario inexistente", "buzón está lleno", "cuota excedida", "no ha podido ser entregada", "no pudo ser entregada",
	// Portuguese
	"não foi possível a entrega", "não pode ser enviada", "não pôde ser enviada", "não pôde ser enviado", "não foi enviada", "não foi enviado", "não foi aceita", "não foi aceite", "não foi aceito", "não foram entregues", "não conseguimos entregar", "não conseguiu entregar", "não pudemos entregar", "não pôde entregar",
	"não pode entregar", "não entregável", "nao foi possivel entregar", "nao pôde ser", "nao entregue", "nao pode ser", "impossível entregar", "impossível enviar", "entrega impossível", "entrega falhou", "entrega mal sucedida", "entrega malsucedida", "entrega não realizada", "envio falhou",
	"falha ao entregar", "falha no envio", "falha de envio", "falha na transmissão", "falhou a entrega", "erro na entrega", "erro ao entregar", "erro no envio", "erro ao enviar", "problema na entrega", "mensagem devolvida", "mensagem retornada", "email devolvido", "e-mail devolvido",
	"correio devolvido", "foi devolvida", "foi devolvido", "foi retornada", "retornou ao remetente", "retorno ao remetente", "devolvido ao remetente", "mensagem recusada", "mensagem rejeitada", "mensagem bloqueada", "e-mail recusado", "e-mail rejeitado", "email rejeitado", "foi recusado",
	"foi rejeitado", "foi bloqueada", "foi bloqueado", "recusou a mensagem", "rejeitou a mensagem", "recusou sua", "rejeitou sua", "recusou o", "rejeitou o", "usuário desconhecido", "utilizador desconhecido", "usuário inexistente", "endereço inexistente", "endereço desconhecido",
	"destinatário inexistente", "caixa postal cheia", "caixa de correio cheia", "caixa de entrada cheia",
	// Dutch
	"niet kunnen bezorgen", "niet kunnen afleveren", "niet kunnen leveren", "niet bezorgen", "niet afleveren", "niet geleverd", "niet worden geleverd", "niet worden verzonden", "niet verzonden", "niet verstuurd", "niet worden verstuurd", "niet doorgestuurd", "niet worden doorgestuurd", "niet ontvangen door",
	"niet geaccepteerd", "niet bereikt", "niet worden bereikt", "niet bereiken", "niet worden besteld", "niet-bezorgd", "niet bezorgbaar", "onbestelbare", "onbezorgbaar", "bezorging is mislukt", "bezorgen is mislukt", "bezorging niet mogelijk", "bezorgfout", "afleveren mislukt",
	"aflevering is mislukt", "aflevering niet mogelijk", "afleverfout", "aflevering niet gelukt", "bezorging niet gelukt", "verzenden mislukt", "verzending mislukt", "versturen mislukt", "fout bij het bezorgen", "fout bij bezorging", "fout bij het afleveren", "fout bij aflevering", "problemen bij het afleveren", "is geweigerd",
	"werd geweigerd", "bericht geweigerd", "e-mail geweigerd", "geweigerd door", "geblokkeerd", "is afgewezen", "werd afgewezen", "bericht afgewezen", "teruggestuurd", "retour afzender", "retour gestuurd", "bericht retour", "onbekende ontvanger", "onbekend adres",
	"adres onbekend", "ontvanger onbekend", "gebruiker onbekend", "postvak vol", "mailbox vol", "postvak is vol", "mailbox is vol", "adres niet gevonden",
	// Danish
	"kunne ikke afleveres", "kan ikke afleveres", "ikke blive leveret", "ikke afleveret", "ikke leverbar", "kunne ikke sendes", "ikke sendt til", "ikke blive sendt", "ikke blive afleveret", "ikke videresend", "ikke nåede frem", "nåede ikke", "ikke modtaget af", "levering mislykkedes",
	"leveringen mislykkedes", "mislykket levering", "leveringsfejl", "fejl ved levering", "fejl under levering", "fejl ved aflevering", "fejl i levering", "levering fejlede", "leveringen fejlede", "kunne ikke levere", "ikke i stand til at levere", "ikke kunnet levere", "blev afvist", "er blevet afvist",
	"er afvist", "meddelelsen afvist", "besked afvist", "mail afvist", "blev blokeret", "er blevet blokeret", "returneret til afsender", "returneret mail", "returneret post", "returneret besked", "retur til afsender", "blev returneret", "uleveret", "uleverbar",
	"ukendt modtager", "ukendt bruger", "ukendt adresse", "modtager ukendt", "postkassen er fuld", "postkasse fuld",
	// Norwegian
	"kunne ikke leverast", "ikke bli levert", "ikke avlevert", "kunne ikke avleveres", "ikke blitt levert", "ikke bli sendt", "kom ikke fram", "kom ikke frem", "nådde ikke", "ikke mottatt av", "levering feilet", "leveringen feilet", "levering mislyktes", "leveringen mislyktes",
	"leveringsfeil", "feil ved levering", "feil under levering", "feil i levering", "feil ved avlevering", "klarte ikke å levere", "ikke i stand til å levere", "ble avvist", "er avvist", "ble blitt avvist", "har blitt avvist", "meldingen avvist", "melding avvist", "e-post avvist",
	"ble blokkert", "er blokkert", "har blitt blokkert", "returnert til avsender", "returnert post", "returnert e-post", "returnert melding", "retur til avsender", "ble returnert", "ulevert", "ukjent mottaker", "ukjent bruker", "ukjent adresse", "mottaker ukjent",
	"postboksen er full", "ikkje leverast", "ikkje levert",
	// Swedish
	"kunde inte leverera", "kan inte leverera", "inte kunnat leverera", "kunde ej levereras", "kan ej levereras", "ej levererat", "ej levererad", "inte levererat", "inte levererad", "inte blivit levererat", "inte nått fram", "nådde inte", "inte kommit fram", "inte fram till",
	"inte delats ut", "inte skickas", "inte skickats", "har inte kunnat", "inte vidarebefordra", "inte tagits emot", "inte tas emot", "inte accepterat", "leverans misslyckades", "leveransen misslyckades", "misslyckad leverans", "misslyckades med att leverera", "leveransfel", "leveransmisslyckande",
	"leveransproblem", "fel vid leverans", "går inte att leverera", "gick ej att leverera", "gick inte att skicka", "inte leveransbar", "olevererat", "olevererbart", "oleverbart", "ej leveransbar", "avvisades", "har avvisats", "blivit avvisat", "avvisat av",
	"avvisat meddelande", "meddelandet avvisat", "har nekats", "nekades", "har blockerats", "blockerades", "stoppades av", "har stoppats", "returnerat till avsändaren", "retur till avsändaren", "returnerad post", "returnerat brev", "returnerat meddelande", "okänd mottagare",
	"okänd användare", "okänd adress", "mottagaren okänd", "brevlådan är full", "brevlåda full",
	// Finnish
	"ei voida toimittaa", "ei voi toimittaa", "ei voinut toimittaa", "ei pystytty toimittamaan", "ei pystynyt toimittamaan", "ei saatu toimitettua", "ei onnistuttu toimittamaan", "ei toimitettu", "ei ole toimitettu", "ei toimitettavissa", "toimitus on epäonnistunut", "toimittamatta", "toimittamaton",
	"toimittamattom", "lähetys epäonnistui", "lähettäminen epäonnistui", "välitys epäonnistui", "viestin välitys", "ei voitu välittää", "ei voida lähettää", "ei päässyt perille", "ei mennyt perille", "ei saapunut perille", "ei ole mennyt perille", "ei tavoittanut", "hylättiin", "on hylätty",
	"viesti hylätty", "torjuttiin", "on torjuttu", "estettiin", "on estetty", "kieltäytyi vastaanottamasta", "ei hyväksynyt", "ei hyväksytty", "palautettu lähettäjälle", "palautus lähettäjälle", "palautettu viesti", "palautetaan", "palautettiin", "tuntematon vastaanottaja",
	"tuntematon käyttäjä", "tuntematon osoite", "vastaanottaja tuntematon", "osoitetta ei löytynyt", "osoitetta ei löydy", "postilaatikko on täynnä", "postilaatikko täynnä",
	// Polish
	"nie została doręczona", "nie zostało dostarczone", "nie zostało doręczone", "nie został dostarczony", "nie został doręczony", "nie zostały dostarczone", "nie zostala dostarczona", "nie zostala doreczona", "nie mogła zostać doręczona", "nie mogła być doręczona", "nie mogło zostać dostarczone", "nie mogło być dostarczone", "nie może być dostarczona", "nie może być dostarczone",
	"nie może zostać doręczona", "nie mogliśmy dostarczyć", "nie mógł dostarczyć", "nie moze byc dostarczona", "nie można doręczyć", "nie można było dostarczyć", "nie można było doręczyć", "nie można wysłać", "nie udało się doręczyć", "nie udało się wysłać", "nie udalo sie dostarczyc", "nie udalo sie doreczyc", "nie udało nam się dostarczyć", "nie była możliwa do dostarczenia",
	"nie została wysłana", "nie zostało wysłane", "nie została przyjęta", "nie została przekazana", "nie przyjął", "niedostarczone", "niedostarczony", "niedostarczenie", "niedostarczenia", "niedoręczone", "niedoręczenie", "niedoreczona", "niemożność doręczenia", "dostarczenie nie powiodło",
	"doręczenie nie powiodło", "dostarczenie wiadomości nie", "doręczenie wiadomości nie", "dostarczenie niemożliwe", "błąd dostarczenia", "błąd doręczenia", "błąd dostarczania", "błąd doręczania", "błąd podczas dostarczania", "blad dostarczenia", "blad doreczenia", "problem z dostarczeniem", "problem z doręczeniem", "zostało odrzucone",
	"został odrzucony", "zostala odrzucona", "wiadomość odrzucona", "odrzucił wiadomość", "odrzucono wiadomość", "odrzucona przez", "odrzuciły", "została zablokowana", "została zwrócona", "zostaje zwrócona", "jest zwracana", "zwrócona do nadawcy", "zwrot wiadomości", "zwrot poczty",
	"zwrot przesyłki", "wiadomość zwrócona", "poczta zwrócona", "nieznany odbiorca", "nieznany użytkownik", "nieznany adresat", "odbiorca nieznany", "adres nie istnieje", "skrzynka pełna", "skrzynka jest pełna", "nieprawidłowy adres",
	// Czech
	"nebyl doručen", "nebylo doručeno", "nebyly doručeny", "nemohl být doručen", "nemohlo být doručeno", "nemůže být doručen", "nemohli jsme doručit", "nemohl doručit", "nepodařilo doručit", "nepodařilo se doručit", "nepodařilo se odeslat", "nepodařilo odeslat", "není možné doručit", "není možno doručit",
	"nebylo možné doručit", "nebylo možno doručit", "nebylo možné odeslat", "nelze odeslat", "nelze poslat", "nelze dorucit", "nebyla dorucena", "nemohla byt dorucena", "nebyla odeslána", "nemohla být odeslána", "nebyla přijata", "nebyla předána", "nedoručitelné", "nedoručitelný",
	"nedorucitelna", "nedoručená", "nedoručené", "nedoručeno", "nedoručení", "doručení selhalo", "doručování selhalo", "doručení není možné", "chyba doručení", "chyba při doručování", "chyba při doručení", "chyba doručování", "selhání doručení",
	"selhalo doručení", "problém s doručením", "byla odmítnuta", "byl odmítnut", "bylo odmítnuto", "odmítl přijmout", "odmítl vaši", "odmítl zprávu", "odmítnuta serverem", "zpráva odmítnuta", "byla zamítnuta", "zpráva zamítnuta", "byla zablokována", "byla blokována",
	"vrácena odesílateli", "vráceno odesílateli", "vrácená zpráva", "vrácený e-mail", "vrácená pošta", "byla vrácena", "neznámý uživatel", "neznámý příjemce", "neznámá adresa", "neznámý adresát", "schránka je plná", "schránka plná",
	// Slovak
	"nebola doručená", "nebol doručený", "nebolo doručené", "neboli doručené", "nemohla byť doručená", "nemohol byť doručený", "nemohlo byť doručené", "nemôže byť doručená", "nemohol doručiť", "nemohli sme doručiť", "nepodarilo doručiť", "nepodarilo sa doručiť", "nepodarilo sa odoslať", "nepodarilo odoslať",
	"nie je možné doručiť", "nebolo možné doručiť", "nebolo možné odoslať", "nedá sa doručiť", "nemožno doručiť", "nemožné doručiť", "nebola odoslaná", "nebola prijatá", "nebola prevzatá", "nedoručiteľná", "nedoručiteľný", "nedoručiteľné", "nedoručený", "nedoručenie",
	"doručenie zlyhalo", "doručenie správy", "doručovanie zlyhalo", "chyba doručenia", "chyba pri doručovaní", "chyba pri doručení", "zlyhanie doručenia", "bola odmietnutá", "bol odmietnutý", "bolo odmietnuté", "odmietol prijať", "odmietol správu", "odmietol vašu", "správa odmietnutá",
	"bola zamietnutá", "bola zablokovaná", "vrátená odosielateľovi", "vrátená správa", "vrátená pošta", "bola vrátená", "neznámy používateľ", "neznámy príjemca", "neznámy adresát", "neznáma adresa",
	// Hungarian
	"nem tudtuk kézbesíteni", "nem tudta kézbesíteni", "nem tudjuk kézbesíteni", "nem tudom kézbesíteni", "nem lehetett kézbesíteni", "nem lehet kézbesíteni", "nem volt kézbesíthető", "nem került kézbesítésre", "nem kézbesített", "nem kézbesítődött", "nem sikerült elküldeni", "nem sikerült eljuttatni", "nem sikerült továbbítani", "nem sikerült a kézbesítés",
	"nem tudtuk elküldeni", "nem tudtuk továbbítani", "nem tudtuk eljuttatni", "nem lehetett elküldeni", "nem lehetett továbbítani", "nem továbbítható", "nem küldhető", "nem jutott el", "nem fogadta el", "nem vette át", "kézbesítése nem sikerült", "kézbesítése sikertelen", "kézbesítés sikertelen", "sikertelen kézbesítés",
	"sikertelen küldés", "sikertelen levélküldés", "sikertelen továbbítás", "kézbesítési hiba", "kézbesítés meghiúsult", "kézbesítése meghiúsult", "kézbesítetlen", "kézbesítési probléma", "kézbesítés közben", "kézbesítése során", "elutasította", "elutasítva", "elutasításra került", "elutasított levél",
	"visszautasítva", "visszautasított", "visszautasításra", "blokkolta", "blokkolva", "visszaküldve", "visszaküldött levél", "visszaküldjük", "visszaküldése", "visszakerült", "visszapattant", "visszapattanó", "ismeretlen felhasználó", "ismeretlen cím",
	"a postafiók megtelt", "postafiókja megtelt", "postafiók tele", "nem tudtuk kezbesiteni", "nem sikerult kezbesiteni", "kezbesitesi hiba", "kezbesithetetlen", "sikertelen kezbesites",
	// Romanian
	"nu a putut fi transmis", "nu a putut fi trimis", "nu a putut fi expediat", "nu a putut fi predat", "nu a fost livrat", "nu a fost transmis", "nu a fost trimis", "nu a fost acceptat", "nu a fost primit", "nu au putut fi livrat", "nu poate fi livrat", "nu poate fi trimis", "nu poate fi transmis", "nu s-a putut livra",
	"nu s-a putut trimite", "nu s-a putut transmite", "nu am putut livra", "nu am putut trimite", "nu am reușit să livrăm", "nu a reușit să livreze", "nu a putut livra", "nu a putut ajunge", "nu este livrabil", "nelivrat", "nelivrabil", "netransmis", "livrare eșuată", "livrarea a eșuat",
	"livrare esuata", "livrarea a esuat", "livrarea mesajului a", "eșec la livrare", "eșec de livrare", "eșecul livrării", "esec la livrare", "eroare de livrare", "eroare la livrare", "problemă la livrare", "trimitere eșuată", "trimiterea a eșuat", "a fost respins", "au fost respinse",
	"mesaj respins", "mesajul respins", "a respins mesajul", "a fost refuzat", "mesaj refuzat", "a refuzat mesajul", "a refuzat primirea", "a fost blocat", "mesaj blocat", "a fost returnat", "mesaj returnat", "mesajul returnat", "returnat expeditorului", "retur la expeditor",
	"a fost întors", "întors la expeditor", "utilizator necunoscut", "utilizator inexistent", "destinatar necunoscut", "destinatar inexistent", "adresă inexistentă", "adresă necunoscută", "adresa nu există", "căsuța este plină", "cutia poștală este plină", "căsuța poștală este plină",
	// Bulgarian
	"не беше доставен", "не е доставен", "не бе доставен", "не можа да бъде доставен", "не може да бъде доставен", "не могат да бъдат доставени", "не можахме да доставим", "не успяхме да доставим", "не успя да достави", "не може да достави", "не можа да достави", "не бяха доставени", "не са доставени", "не беше изпратен",
	"не може да бъде изпратен", "не можа да бъде изпратен", "не бе изпратен", "не беше приет", "не е приет", "не достигна", "не стигна до", "недоставен", "недоставим", "недоставяне", "невъзможност за доставяне", "невъзможна доставка", "невъзможно доставяне", "неуспешна доставка",
	"неуспешно доставяне", "неуспешно изпращане", "доставката е неуспешна", "доставката не е успешна", "доставката на съобщението", "доставянето е неуспешно", "доставянето не бе успешно", "грешка при доставка", "грешка при доставяне", "грешка при изпращане", "проблем при доставяне", "проблем с доставката", "е отхвърлен", "беше отказан",
	"е отказано", "отхвърлено писмо", "отхвърлено съобщение", "отказа да приеме", "отхвърли писмото", "отхвърли съобщението", "беше блокиран", "е блокирано", "беше върнат", "върнато писмо", "върнато съобщение", "върната поща", "се връща на подателя", "връщане на писмо",
	"непознат потребител", "несъществуващ адрес", "неизвестен получател", "непознат получател", "кутията е пълна",
	// Greek
	"δεν παραδόθηκαν", "δεν μπόρεσε να παραδοθεί", "δεν μπόρεσαν να παραδοθούν", "δεν μπορεί να παραδοθεί", "δεν μπορούσε να παραδοθεί", "δεν έχει παραδοθεί", "δεν κατέστη δυνατή", "δεν κατέστη δυνατό", "δεν ήταν εφικτή", "δεν ήταν δυνατή η αποστολή", "δεν ήταν δυνατή η επίδοση", "δεν ήταν δυνατό να αποσταλεί", "δεν είναι δυνατή η παράδοση", "δεν μπορέσαμε να παραδώσουμε",
	"δεν κατάφερε να παραδώσει", "δεν μπόρεσε να παραδώσει", "δεν στάλθηκε", "δεν εστάλη", "δεν απεστάλη", "δεν έφτασε", "δεν έγινε δεκτό", "δεν έγινε αποδεκτό", "δεν επιδόθηκε", "αδυναμία παράδοσης", "αδύνατη η παράδοση", "αδύνατη παράδοση", "αποτυχία αποστολής", "αποτυχία επίδοσης",
	"αποτυχία στην παράδοση", "αποτυχία της παράδοσης", "η παράδοση απέτυχε", "η αποστολή απέτυχε", "απέτυχε η παράδοση", "απέτυχε η αποστολή", "ανεπιτυχής παράδοση", "ανεπιτυχής αποστολή", "ανεπίδοτο", "ανεπίδοτη", "μη παραδοτέο", "μη παράδοση", "μη παραδοθέν", "σφάλμα παράδοσης",
	"σφάλμα κατά την παράδοση", "σφάλμα αποστολής", "πρόβλημα παράδοσης", "απορρίφθηκε", "έχει απορριφθεί", "απέρριψε το μήνυμα", "αποκλείστηκε", "μπλοκαρίστηκε", "επιστράφηκε", "επιστρέφεται", "επιστροφή στον αποστολέα", "επιστροφή μηνύματος", "επιστροφή αλληλογραφίας", "άγνωστος παραλήπτης",
	"άγνωστος χρήστης", "το γραμματοκιβώτιο είναι πλήρες",
	// Turkish
	"teslim edilememiştir", "teslim edilemiyor", "teslim edilemez", "teslim edilmedi", "teslim edilememekte", "teslimat başarısız", "teslim başarısız", "teslimi başarısız", "teslim hatası", "teslimat hatası", "teslim edilemeyen", "teslim edemedi", "iletilememiştir", "iletilemiyor",
	"iletilemeyen", "iletilmedi", "iletilmemiştir", "iletemedi", "iletim başarısız", "iletim hatası", "iletilemez", "ulaştırılamadı", "ulaştırılamamıştır", "ulaştırılamıyor", "ulaştıramadık", "ulaşamadı", "ulaşılamadı", "gönderilemedi",
	"gönderilememiştir", "gönderilemiyor", "gönderilmedi", "gönderim başarısız", "gönderme başarısız", "gönderim hatası", "gönderme hatası", "gönderilemeyen", "reddedildi", "reddedilmiştir", "reddetti", "engellendi", "engellenmiştir", "kabul edilmedi",
	"kabul edilmemiştir", "kabul etmedi", "geri çevrildi", "geri çevrilmiştir", "geri gönderildi", "geri gönderilmiştir", "gönderene iade", "geri dönen", "kullanıcı bulunamadı", "alıcı bulunamadı", "adres bulunamadı", "bilinmeyen alıcı", "bilinmeyen kullanıcı", "geçersiz alıcı",
	"posta kutusu dolu",
	// Russian
	"не была доставлена", "не был доставлен", "не были доставлены", "не могут быть доставлены", "не могло быть доставлено", "не могла быть доставлена", "не смог доставить", "не смогла доставить", "не может доставить", "не получилось доставить", "не получается доставить", "не удается доставить", "не удаётся доставить", "не удалась доставка",
	"доставить не удалось", "доставка не удалась", "доставка невозможна", "доставка не выполнена", "доставка сообщения невозможна", "доставка письма невозможна", "невозможна доставка", "невозможность доставки", "невозможно отправить", "невозможно передать", "отправить не удалось", "отправка не удалась", "не было принято", "не принято",
	"не принял", "не может быть принято", "не может быть передано", "не отправлен", "не было передано", "недоставк", "сбой доставки", "сбой при доставке", "неудачная доставка", "неудачная отправка", "ошибка при доставке", "ошибка отправки", "ошибка при отправке", "ошибки доставки",
	"ошибка пересылки", "проблема доставки", "проблема с доставкой", "проблемы с доставкой", "письмо отклонено", "сообщение отклонено", "отклонено системой", "отклонено сервером", "было отклонено", "была отклонена", "был отклонен", "отклонил", "отвергнут", "отвергло",
	"отказался принять", "отказался принимать", "отказано в приеме", "отказано в приёме", "отказ в доставке", "было заблокировано", "письмо заблокировано", "сообщение заблокировано", "возврат письма", "возврат почты", "возврат сообщения", "возвращается отправителю", "возвращённ", "возвращенное",
	"возвращено", "возвращаем", "вернулось", "письмо возвращ", "сообщение возвращ", "неизвестный получатель", "неизвестный адресат", "неизвестный пользователь", "адресат неизвестен", "адрес не найден", "ящик переполнен",
	// Ukrainian
	"не була доставлена", "не був доставлений", "не були доставлені", "не могло бути доставлено", "не можуть бути доставлені", "не вдалось доставити", "не вдалося відправити", "не вдалось надіслати", "не вдалося передати", "не вдається доставити", "не зміг доставити", "не змогли доставити", "не змогла доставити", "не може доставити",
	"доставити не вдалося", "доставка не вдалася", "доставка неможлива", "доставку не виконано", "доставлення неможливе", "неможливо відправити", "неможливо надіслати", "неможливість доставки", "не було прийнято", "не прийнято", "не прийняв", "не надіслано", "не відправлено", "помилка доставки",
	"помилка доставлення", "помилка при доставці", "помилка під час доставки", "помилка надсилання", "помилка відправлення", "збій доставки", "проблема з доставкою", "лист відхилено", "повідомлення відхилено", "відхилено сервером", "було відхилено", "була відхилена", "був відхилений", "відхилив",
	"відхилила", "відмовився прийняти", "відмовлено в прийомі", "було заблоковано", "заблоковано сервером", "повернення листа", "повернення пошти", "повернення повідомлення", "повернено відправнику", "повернуто відправнику", "повертається відправнику", "було повернуто", "повернений лист", "повернутий лист",
	"невідомий одержувач", "невідомий отримувач", "невідомий адресат", "невідомий користувач", "скринька переповнена", "скриньку переповнено",
	// Hebrew
	"לא נמסר", "לא ניתן למסור", "לא ניתן היה למסור", "לא ניתן לשלוח", "לא ניתן היה לשלוח", "לא היה ניתן למסור", "לא הייתה אפשרות למסור", "לא הצלחנו למסור", "לא הצליח למסור", "לא הצליחה להימסר", "לא נשלח", "לא התקבל", "מסירה נכשלה", "המסירה אל",
	"משלוח נכשל", "שליחה נכשלה", "כישלון במסירה", "כשל במסירה", "כישלון מסירה", "כשל מסירה", "כשלון במסירה", "שגיאת מסירה", "שגיאה במסירה", "שגיאה בשליחה", "אי מסירה", "אי-מסירה", "בלתי ניתנת למסירה", "נדחתה",
	"נדחה על ידי", "הדואר נדחה", "דחה את ההודעה", "סירב לקבל", "נחסמה", "הוחזרה לשולח", "הוחזר לשולח", "החזרת הודעה", "דואר חוזר", "ההודעה הוחזרה", "הודעה מוחזרת", "הודעה שהוחזרה", "נמען לא ידוע", "נמען לא קיים",
	"משתמש לא קיים", "משתמש לא ידוע", "תיבת הדואר מלאה",
	// Arabic
	"لم تسلم", "لم تُسلم", "لم يتم توصيل", "لم يتم إرسال", "لم يتم ارسال", "لم يتم إيصال", "لم يسلم", "لم نتمكن من تسليم", "لم نتمكن من إرسال", "لم نتمكن من توصيل", "لم نستطع تسليم", "لم يتمكن من تسليم", "لم يتمكن الخادم", "لم يمكن تسليم",
	"لم يتم قبول", "لم تقبل", "تعذر توصيل", "تعذر إرسال", "تعذر ارسال", "تعذر إيصال", "تعذّر تسليم", "تعذر التسليم", "تعذر الإرسال", "لا يمكن تسليم", "لا يمكن توصيل", "لا يمكن إرسال", "لا يمكن إيصال", "فشل تسليم",
	"فشل التسليم", "فشل في تسليم", "فشل توصيل", "فشل إرسال", "فشل ارسال", "فشل الإرسال", "فشل في إرسال", "فشلت عملية التسليم", "فشلت عملية الإرسال", "عدم تسليم", "عدم التسليم", "عدم توصيل", "خطأ في التسليم", "خطأ في تسليم",
	"خطأ في الإرسال", "خطأ في إرسال", "غير قابلة للتسليم", "غير مسلمة", "غير المسلمة", "تم رفض", "رفض الخادم", "رفض خادم", "رُفضت", "رفضت رسالتك", "تم حظر", "تم حجب", "تم إرجاع", "تم إعادة",
	"أعيدت", "إعادة إلى المرسل", "رسالة مرتجعة", "بريد مرتجع", "الرسالة المرتجعة", "بريد مرتد", "رسالة مرتدة", "مستلم غير معروف", "المستلم غير موجود", "المستخدم غير موجود", "عنوان غير موجود", "صندوق البريد ممتلئ",
	// Japanese
	"配信できなかった", "配送できなかった", "送信できなかった", "配達できなかった", "送達できなかった", "送達できません", "届けられませんでした", "お届けすることができません", "届けることができません", "届かなかった", "届きません", "配信されませんでした", "配送されませんでした", "送信されませんでした",
	"配達されませんでした", "転送できません", "転送に失敗", "配達に失敗", "送達に失敗", "配信失敗", "配送失敗", "送信失敗", "配達失敗", "配信エラー", "配送エラー", "配達エラー", "転送エラー", "送信不能",
	"送信不可", "配信不可", "配達不可", "未配信", "未配達", "未達", "受信を拒否", "受信拒否", "受け取りを拒否", "受け取れません", "受け取ることができません", "受信できません", "受信されません", "受け付けられません",
	"受け付けることができません", "受付できません", "受信を許可していません", "拒否されました", "拒否いたしました", "拒否しました", "ブロックされ", "ブロックしました", "遮断しました", "破棄しました", "破棄されました", "破棄いたしました", "返送されました", "返送しました",
	"返送いたしました", "返送します", "差し戻し", "差戻し", "返信されました", "エラーメール", "リターンメール", "宛先が不明", "宛先が存在しません", "存在しないアドレス", "メールボックスがいっぱい", "メールボックスが一杯", "配信が完了しませんでした", "配送を中止",
	"配信を中止", "配送を断念", "お送りできません",
	// Chinese
	"未能成功投递", "未能发送", "未能发出", "未能成功发送", "未能送出", "未成功发送", "未成功投递", "未投递成功", "未发送成功", "没有发送成功", "没有投递成功", "没有成功发送", "没有送达", "未送达",
	"无法发送", "无法发出", "无法传递", "无法传送", "无法寄达", "无法寄送", "无法递送", "无法投送", "无法成功投递", "无法成功发送", "不能投递", "不能发送", "不可送达", "不可投递",
	"发送不成功", "投递不成功", "发信失败", "发送邮件失败", "传送失败", "传递失败", "递送失败", "送达失败", "送信失败", "投递错误", "投递出错", "发送出错", "发送错误", "退件",
	"邮件被退", "被拒", "拒绝了", "拒绝接收", "拒绝投递", "拒绝您的", "已拒收", "拒收了", "拒收通知", "被拦截", "已拦截", "拦截通知", "被屏蔽", "被阻止",
	"已阻止", "未被接收", "未能接收", "收件人不存在", "用户不存在", "邮箱不存在", "地址不存在", "邮箱已满", "邮箱空间已满", "無法寄達", "無法寄送", "無法遞送", "無法傳送", "無法發送",
	"無法寄出", "無法送出", "無法投送", "無法成功", "不能送達", "不能寄達", "不可送達", "未能送達", "未能寄達", "未能傳送", "未能發送", "未能寄出", "未能遞送", "未能投遞",
	"未成功寄", "未送達", "沒有送達", "沒有寄達", "寄送不成功", "發送失敗", "寄件失敗", "寄信失敗", "寄發失敗", "投遞失敗", "傳遞失敗", "送達失敗", "投遞錯誤", "傳送錯誤",
	"寄送錯誤", "遞送錯誤", "傳遞錯誤", "遭拒收", "遭拒絕", "遭到拒絕", "拒絕接收", "拒絕投遞", "拒絕收", "拒絕了", "已拒絕", "拒絕您的", "被攔截", "遭攔截",
	"已攔截", "被阻擋", "遭阻擋", "已阻擋", "被封鎖", "遭封鎖", "收件者不存在", "使用者不存在", "信箱不存在", "信箱已滿", "郵箱已滿",
	// Korean
	"전송하지 못", "전송에 실패", "전송이 실패", "전송실패", "전송을 실패", "전송 오류", "전송오류", "전송 불가", "전송불가", "발송하지 못", "발송에 실패", "발송이 실패", "발송할 수 없", "발송실패",
	"발송 오류", "발송 불가", "배달되지 않", "배달되지 못", "배달에 실패", "배달이 실패", "배달 실패", "배달 불가", "배달 오류", "배달불능", "배달 불능", "배송하지 못", "배송 실패", "배송되지",
	"전달에 실패", "전달이 실패", "전달 실패", "전달 오류", "전달 불가", "보내는 데 실패", "보내기 실패", "되돌아왔", "되돌려", "되돌아온", "수신되지", "수신 거부", "수신거부", "수신이 거부",
	"수신을 거부", "수신 실패", "거부되었", "거부 되었", "거부했습니다", "거부하였", "거절되었", "거절했", "차단되었", "차단 되었", "차단했", "차단됐", "도착하지 못", "도달하지 못",
	"받는 사람을 찾을 수 없", "수신자를 찾을 수 없", "사용자를 찾을 수 없", "존재하지 않는 사용자", "존재하지 않는 메일", "메일함이 가득", "편지함이 가득", "용량이 초과", "용량 초과", "미전송", "미배달", "미도착",
	// Thai
	"ไม่สามารถส่ง", "ไม่สามารถจัดส่ง", "ไม่สามารถนำส่ง", "ส่งไม่สำเร็จ", "ส่งไม่ถึง", "ส่งไม่ได้", "ส่งอีเมลไม่", "ส่งอีเมล์ไม่", "ส่งจดหมายไม่", "ไม่ได้รับการส่ง", "ไม่ได้ถูกส่ง", "ไม่ถูกส่ง", "ไม่ถึงผู้รับ", "ส่งล้มเหลว",
	"ล้มเหลวในการส่ง", "ถูกส่งกลับ", "ส่งคืนผู้ส่ง", "ตีกลับ", "ถูกปฏิเสธ", "ได้รับการปฏิเสธ", "ปฏิเสธการรับ", "ถูกบล็อก", "ถูกระงับ", "ไม่พบผู้รับ", "ไม่พบผู้ใช้", "ไม่พบที่อยู่",
	// Vietnamese
	"không gửi được", "không thể gửi", "không thể chuyển", "không thể phát", "không thể giao", "không chuyển được", "không phát được", "không được gửi", "không được chuyển", "không giao được", "chưa được gửi", "không đến được", "không tới được", "không thể đến",
	"đã không được", "gửi không thành công", "gửi thư không thành công", "chuyển không thành công", "gửi thất bại", "gửi thư thất bại", "chuyển thư thất bại", "phát thư thất bại", "thất bại khi gửi", "việc gửi thư", "lỗi gửi thư", "lỗi khi gửi", "lỗi chuyển thư", "lỗi phát thư",
	"bị trả lại", "bị trả về", "đã trả lại", "được trả lại", "thư trả lại", "thư bị trả", "bị từ chối", "đã từ chối", "từ chối nhận", "từ chối thư", "bị chặn", "người nhận không tồn tại", "không tìm thấy người nhận", "không tìm thấy địa chỉ",
	"địa chỉ không tồn tại", "hộp thư đầy", "hộp thư đã đầy",
	// Indonesian
	"tidak dapat dikirim", "tidak dapat terkirim", "tidak dapat disampaikan", "tidak dapat diantar", "tidak bisa dikirim", "tidak bisa disampaikan", "tidak terkirim", "tidak berhasil dikirim", "tidak berhasil disampaikan", "tidak sampai ke", "tidak tersampaikan", "tidak dapat diteruskan", "tidak diterima oleh", "gagal dikirim",
	"gagal terkirim", "gagal mengirim", "gagal disampaikan", "gagal kirim", "pengiriman gagal", "pengiriman tidak berhasil", "kegagalan pengiriman", "kesalahan pengiriman", "galat pengiriman", "pesan gagal", "surat gagal", "email gagal", "telah ditolak", "pesan ditolak",
	"pesan anda ditolak", "email ditolak", "email anda ditolak", "surat ditolak", "ditolak oleh", "menolak pesan", "menolak email", "telah diblokir", "diblokir oleh", "dikembalikan ke pengirim", "dikembalikan kepada", "pesan dikembalikan", "email dikembalikan", "surat dikembalikan",
	"surat kembali", "penerima tidak dikenal", "penerima tidak ditemukan", "pengguna tidak dikenal", "pengguna tidak ditemukan", "alamat tidak ditemukan", "kotak surat penuh", "tidak boleh dihantar", "gagal dihantar", "tidak dapat dihantar",
	// Croatian, Serbian
	"nije dostavljen", "nije isporučen", "nije uručen", "nije mogla biti dostavljena", "nije mogla biti isporučena", "nije moglo biti isporučeno", "nije mogao biti isporučen", "nije mogao biti dostavljen", "ne može biti isporučen", "ne može biti dostavljen", "ne može se dostaviti", "ne može se isporučiti", "nije moguće dostaviti", "nije moguće isporučiti",
	"nije se mogla", "nismo uspjeli dostaviti", "nismo uspeli da", "nije poslan", "nije mogla biti poslana", "nije poslat", "nije prihvaćen", "nije primljen", "neisporučen", "neisporučiv", "nedostavljen", "neuspješna isporuka", "neuspješna dostava", "neuspela isporuka",
	"neuspelo slanje", "neuspješno slanje", "neuspješno dostavljen", "isporuka nije", "dostava nije", "isporuka poruke", "dostava poruke nije", "greška pri isporuci", "greška pri dostavi", "greška u isporuci", "greška pri slanju", "problem s isporukom", "problem sa isporukom", "odbijena je",
	"je odbijen", "odbijena poruka", "poruka odbijena", "odbio je", "odbio poruku", "odbacio je", "blokirana je", "poruka blokirana", "je blokiran", "vraćena poruka", "vraćena pošta", "poruka vraćena", "je vraćen", "vraćeno pošiljatelju",
	"vraćeno pošiljaocu", "povrat poruke", "vraća pošiljatelju", "nepoznat primatelj", "nepoznat primalac", "nepoznat korisnik", "nepoznata adresa", "sandučić je pun", "pretinac je pun", "није испоручен", "није достављен", "није могла бити испоручена", "не може бити испоручен", "неиспоручен",
	"неуспешна испорука", "испорука није", "грешка при испоруци", "је одбијен", "одбијена порука", "враћена порука", "је враћен", "непознат прималац", "непознат корисник",
	// Slovenian
	"ni bilo mogoče dostaviti", "ni mogoče dostaviti", "ni bilo mogoce dostaviti", "ni bilo dostavljeno", "ni bila dostavljena", "ni bil dostavljen", "ni bilo mogoče poslati", "ni bilo mogoče posredovati", "ni dostavljen", "nismo mogli dostaviti", "nismo uspeli dostaviti", "ni mogel dostaviti", "ni uspel dostaviti", "ni prispelo",
	"ni bilo poslano", "ni bilo sprejeto", "nedostavljivo", "neuspešna dostava", "neuspešno dostavljen", "napaka pri dostavi", "napaka dostave", "težava pri dostavi", "je bilo zavrnjeno", "je bila zavrnjena", "je zavrnil", "sporočilo zavrnjeno", "zavrnitev sporočila",
	"je bilo blokirano", "vrnjeno pošiljatelju", "vrnjeno sporočilo", "vrnjena pošta", "je bilo vrnjeno", "neznan prejemnik", "neznan uporabnik", "neznan naslov", "nabiralnik je poln",
	// Lithuanian
	"nepristatyt", "nebuvo pristatyt", "nepavyko pristatyti", "negalėjo būti pristatyt", "negali būti pristatyt", "nebuvo įmanoma pristatyti", "neįmanoma pristatyti", "negalima pristatyti", "nebuvo galima pristatyti", "neįteikt", "nepavyko įteikti", "nepavyko išsiųsti", "nepavyko persiųsti", "neišsiųst",
	"nebuvo išsiųst", "nepasiekė", "nebuvo priimt", "nepriimt", "pristatyti nepavyko", "pristatymas nepavyko", "pristatymo klaida", "pristatymo nesėkmė", "klaida pristatant", "klaida siunčiant", "buvo atmest", "atmetė laišką", "atmestas laiškas", "laiškas atmestas",
	"atmesta žinutė", "atsisakė priimti", "buvo užblokuot", "užblokuotas laiškas", "grąžintas laiškas", "laiškas grąžint", "grąžinta siuntėjui", "grąžintas siuntėjui", "grįžo siuntėjui", "buvo grąžint", "nežinomas gavėjas", "nežinomas vartotojas", "nežinomas adresas", "pašto dėžutė pilna",
	// Latvian
	"netika piegādāt", "nav piegādāt", "nevarēja piegādāt", "nevar piegādāt", "neizdevās piegādāt", "nav iespējams piegādāt", "nebija iespējams piegādāt", "nevarējām piegādāt", "nebija piegādājam", "netika nosūtīt", "neizdevās nosūtīt", "nevarēja nosūtīt", "nevar nosūtīt", "neizdevās pārsūtīt",
	"netika nogādāt", "nav nogādāt", "nav sasniegu", "nesasniedza", "netika pieņemt", "nav pieņemt", "nepiegādāt", "nepiegādājam", "piegāde neizdevās", "piegāde nav iespējama", "piegādes kļūda", "kļūda piegādājot", "kļūda nosūtot", "neveiksmīga piegāde",
	"piegādes neveiksme", "tika noraidīt", "ir noraidīt", "noraidīja vēstuli", "noraidīja ziņojumu", "noraidīta vēstule", "noraidīts ziņojums", "vēstule noraidīta", "atteicās pieņemt", "tika bloķēt", "ir bloķēt", "atgriezta sūtītājam", "atgriezts sūtītājam", "atgriezta vēstule",
	"atgriezts ziņojums", "tika atgriezt", "nezināms saņēmējs", "nezināms lietotājs", "nezināms adresāts", "pastkaste ir pilna",
	// Estonian
	"ei õnnestunud kohale", "ei õnnestunud toimetada", "ei õnnestunud edastada", "ei õnnestunud saata", "ei suudetud kohale", "ei suudetud edastada", "ei suutnud kohale", "ei olnud võimalik kohale", "ei olnud võimalik edastada", "ei saanud kohale", "ei saa kohale", "ei toimetatud kohale", "ei jõudnud kohale", "kohale toimetamata",
	"kohaletoimetamine ebaõnnestus", "kohaletoimetamise tõrge", "kohaletoimetamise viga", "kättetoimetamine ebaõnnestus", "ei olnud kättetoimetatav", "edastamine ebaõnnestus", "edastamata", "edastamise viga", "saatmine ebaõnnestus", "saatmise viga", "ei edastatud", "ei saadetud", "ei võetud vastu", "lükati tagasi",
	"lükkas tagasi", "tagasi lükatud", "keeldus vastu võtmast", "keeldus kirja", "on blokeeritud", "blokeeriti", "tagastati saatjale", "tagastatud saatjale", "tagastatud kiri", "kiri tagastati", "tagastatud kirjad", "saadeti tagasi", "tundmatu saaja", "tundmatu kasutaja",
	"tundmatu adressaat", "tundmatu aadress", "postkast on täis",
	// No more attempts, by language
	// German
	"zustellversuche eingestellt", "zustellversuche wurden eingestellt", "zustellung aufgegeben", "zustellung wurde aufgegeben", "keine weiteren zustellversuche", "kein weiterer zustellversuch", "nicht weiter versucht", "nicht mehr versucht", "endgültig fehlgeschlagen", "endgültig nicht zugestellt", "wird nicht erneut versucht",
	// French
	"abandon de la remise", "abandon des tentatives", "aucune nouvelle tentative", "aucune autre tentative", "plus aucune tentative", "a été abandonné", "n'y aura plus de tentative", "ne sera pas retenté",
	// Italian
	"nessun ulteriore tentativo", "non verranno effettuati altri tentativi", "non verranno effettuati ulteriori", "non verrà ritentat", "non saranno effettuati ulteriori", "tentativi sono stati interrotti",
	// Spanish
	"no se realizarán más intentos", "no se harán más intentos", "no se intentará más", "no se volverá a intentar", "no se reintentará", "se abandona la entrega", "se ha abandonado la entrega", "se han agotado los intentos", "no habrá más intentos",
	// Portuguese
	"não haverá novas tentativas", "não serão feitas novas tentativas", "nenhuma nova tentativa", "não será tentada novamente", "não será feita nova tentativa", "não tentará novamente", "desistiu da entrega", "desistimos da entrega", "tentativas foram encerradas", "tentativas esgotadas",
	// Dutch
	"geen verdere pogingen", "geen nieuwe pogingen", "niet opnieuw geprobeerd", "niet meer geprobeerd", "bezorging is gestaakt", "pogingen zijn gestaakt", "definitief mislukt",
	// Danish, Norwegian, Swedish
	"ingen yderligere forsøg", "ikke blive forsøgt igen", "der gøres ikke flere forsøg", "opgivet levering", "ingen flere forsøk", "ingen nye forsøk", "ikke bli forsøkt igjen", "gjøres ikke flere forsøk", "leveringen er oppgitt", "inga fler försök", "inga ytterligare försök", "inga nya försök", "kommer inte att försöka igen", "inte försöka igen",
	"leveransförsöken har upphört", "slettet fra køen", "tatt ut av køen",
	// Finnish
	"ei enää yritetä", "ei yritetä enää", "yrityksistä on luovuttu", "yritykset lopetettiin", "toimitusta ei enää", "uusia yrityksiä ei tehdä",
	// Polish
	"nie będzie kolejnych prób", "nie będą podejmowane", "nie będzie więcej prób", "dalsze próby nie będą", "kolejne próby nie będą", "zaprzestano prób", "próby zostały zakończone",
	// Czech, Slovak
	"další pokusy nebudou", "dalších pokusů nebude", "nebude se dále pokoušet", "pokusy byly ukončeny", "další pokus nebude", "ďalšie pokusy nebudú", "ďalšie pokusy sa nebudú", "nebude sa ďalej pokúšať", "pokusy boli ukončené", "ďalší pokus nebude",
	// Hungarian
	"további kísérlet nem lesz", "nem lesz több kísérlet", "nem próbálkozik tovább", "nem próbáljuk tovább", "több kísérletet nem", "további kísérletet nem", "feladta a kézbesítést",
	// Romanian
	"nu se va mai încerca", "nu vor mai fi încercări", "nu se vor mai face încercări", "nu se mai fac încercări", "nu va mai încerca", "s-a renunțat la livrare",
	// Bulgarian
	"няма да има повече опити", "повече опити няма", "няма да се правят повече опити", "няма да се опитва повече", "нови опити няма", "опитите са прекратени",
	// Greek
	"δεν θα γίνουν άλλες προσπάθειες", "δεν θα γίνει άλλη προσπάθεια", "δεν θα γίνουν περαιτέρω", "δεν θα επαναληφθεί",
	// Turkish
	"başka deneme yapılmayacak", "tekrar denenmeyecek", "yeniden denenmeyecek", "artık denenmeyecek", "denemeler sonlandırıldı", "denemeler durduruldu",
	// Russian
	"попыток больше не будет", "больше попыток не будет", "дальнейшие попытки не будут", "дальнейших попыток не будет", "попытки доставки прекращены", "попытки прекращены", "повторных попыток не будет", "повторные попытки предприниматься не будут", "больше не будет пытаться",
	// Ukrainian
	"спроб більше не буде", "більше спроб не буде", "подальших спроб не буде", "подальші спроби не", "спроби припинено", "спроби доставки припинено", "повторних спроб не буде",
	// Hebrew, Arabic
	"לא ייעשו ניסיונות נוספים", "לא יבוצעו ניסיונות נוספים", "לא ינסה שוב", "لن تتم إعادة المحاولة", "لن تتم محاولة أخرى", "لن تجرى محاولات", "لن يحاول", "لن نحاول", "تم التوقف عن المحاولة",
	// Japanese
	"再送は行いません", "再送は行われません", "再送を行いません", "再送を中止", "再送しません", "再送いたしません", "これ以上の配送", "これ以上再送", "再試行は行いません", "再試行しません", "配信を断念", "送信を断念", "配送をあきらめ",
	"配送を終了",
	// Chinese
	"不再尝试", "不会再尝试", "不再重试", "停止投递", "放弃投递", "停止尝试", "不會再嘗試", "不再嘗試", "不再重試", "停止投遞", "放棄投遞", "停止嘗試", "停止傳送", "放棄傳送",
	// Korean
	"더 이상 시도하지", "더이상 시도하지", "더 이상 재시도", "재시도하지 않", "재전송하지 않", "전송을 중단", "발송을 중단", "배달을 중단",
	// Thai, Vietnamese, Indonesian
	"จะไม่พยายามส่ง", "ไม่พยายามส่งอีก", "จะไม่ส่งอีก", "ยกเลิกการส่ง", "sẽ không thử lại", "không thử lại nữa", "ngừng thử", "sẽ không gửi lại", "tidak akan dicoba lagi", "tidak akan mencoba lagi", "tidak ada percobaan lagi", "percobaan dihentikan",
	// Croatian, Serbian, Slovenian
	"neće biti novih pokušaja", "neće biti daljnjih pokušaja", "neće se ponovno pokušati", "neće pokušavati", "nadaljnjih poskusov ne bo", "ne bo več poskušal", "ne bo ponovno poskušal", "poskusi so bili ustavljeni",
	// Lithuanian, Latvian, Estonian
	"daugiau bandymų nebus", "daugiau nebus bandoma", "daugiau nebandys", "vairs netiks mēģināts", "vairs nemēģinās", "mēģinājumi pārtraukti", "rohkem ei proovita", "rohkem katseid ei", "enam ei proovita", "enam ei üritata",
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
	// German
	"zustellung verspätet", "verspätet sich", "verzögerung bei der zustellung", "verzögerung der zustellung", "noch nicht ausgeliefert", "noch nicht zustellen", "noch nicht übermittelt", "bisher nicht zugestellt", "bislang nicht zugestellt", "bisher noch nicht", "zustellung wird fortgesetzt", "zustellversuche werden fortgesetzt", "zustellversuche fortgesetzt", "versucht es weiter",
	"versuchen es weiter", "wird erneut versucht", "erneute zustellversuche", "vorübergehend nicht zugestellt", "ist lediglich eine warnung",
	// French
	"retard de livraison", "retard de remise", "retard dans la remise", "retard d'acheminement", "en attente de remise", "en attente de distribution", "pas encore remis", "toujours pas été", "nouveaux essais", "continuera les tentatives", "poursuivra ses tentatives", "les tentatives se poursuiv",
	"les tentatives continuer", "inutile de renvoyer", "n'est pas nécessaire de renvoyer", "sera retenté", "seront retentés", "avertissement seulement", "ceci n'est qu'un avertissement",
	// Italian
	"ritardo nella consegna", "ritardo di consegna", "ritardo nel recapito", "è stato ritardato", "non ancora consegnat", "non ancora recapitat", "non ancora stat", "non è ancora stat", "ancora in coda", "ulteriori tentativi verranno", "ulteriori tentativi saranno", "nuovi tentativi", "continuerà i tentativi", "i tentativi continueranno",
	"i tentativi proseguiranno", "non è necessario reinviare", "non è necessario inviare nuovamente", "solo un avvertimento", "solo un avviso",
	// Spanish
	"entrega demorada", "demora en la entrega", "retraso en la entrega", "retraso de entrega", "se está retrasando", "se ha demorado", "aún no entregado", "todavía no entregado", "todavía no se ha", "aun no ha", "todavia no ha", "seguiremos intentando",
	"continuaremos intentando", "se volverá a intentar", "se reintentará", "se harán nuevos intentos", "nuevos intentos de entrega", "sigue en cola", "permanece en cola", "permanece en la cola", "no es necesario que reenvíe", "no es necesario reenviar", "no necesita reenviar", "es solo un aviso", "es sólo un aviso", "sólo una advertencia",
	"solo una advertencia",
	// Portuguese
	"entrega adiada", "atraso de entrega", "está atrasado", "foi adiada", "ainda não entregue", "ainda nao foi", "ainda não conseguimos", "continuaremos tentando", "continuaremos a tentar", "continuará as tentativas", "serão feitas novas tentativas", "novas tentativas serão", "novas tentativas de entrega", "será tentada novamente",
	"tentaremos novamente", "tentará novamente", "permanece na fila", "ainda está na fila", "não é necessário reenviar", "não precisa reenviar", "apenas um aviso",
	// Dutch
	"vertraging bij de bezorging", "vertraging bij het bezorgen", "nog niet geleverd", "blijft proberen", "blijven proberen", "opnieuw geprobeerd", "wordt nog geprobeerd", "verdere pogingen", "nieuwe pogingen",
	"hoeft het bericht niet opnieuw", "is slechts een waarschuwing", "alleen een waarschuwing",
	// Danish
	"endnu ikke blevet leveret", "endnu ikke kunnet", "forsinkelse i leveringen", "vil fortsat forsøge", "fortsætter med at forsøge", "forsøger fortsat", "vil blive forsøgt igen", "yderligere forsøg", "kun en advarsel",
	// Norwegian
	"ennå ikke blitt levert", "ennå ikke kunnet", "enda ikke levert", "vil fortsette å prøve", "fortsetter å prøve", "fortsetter å forsøke", "vil fortsette forsøkene", "ytterligere forsøk", "trenger ikke å gjøre", "bare en advarsel",
	// Swedish
	"försening av", "försenat", "ännu inte nått", "inte kunnat levereras ännu", "ännu inte levererad", "fortsätter att försöka", "fortsätta att försöka", "fortsätter försöken", "försöken fortsätter", "ytterligare försök", "ett nytt försök görs",
	"bara en varning", "endast en varning",
	// Finnish
	"ei ole vielä voitu", "ei ole vielä pystytty", "ei vielä toimitettu", "yritetään edelleen", "yritystä jatketaan", "yrittämistä jatketaan", "yritetään uudelleen", "jatkaa yrittämistä", "jatkaa toimitusyrityksiä", "jatketaan yrityksiä", "uusia yrityksiä", "vain varoitus",
	"pelkkä varoitus",
	// Polish
	"jeszcze nie została dostarczona", "jeszcze nie została doręczona", "nie została jeszcze", "dotychczas nie została", "próby doręczenia będą", "dalsze próby", "ponowne próby", "będzie ponawiane", "będą ponawiane", "będzie kontynuować", "spróbuje ponownie", "będzie próbował", "nadal będziemy próbować",
	"nie ma potrzeby ponownego", "tylko ostrzeżenie",
	// Czech
	"zatím nebyl", "zatím se nepodařilo", "dosud nebyl", "dosud se nepodařilo", "ještě nebyla", "ještě se nepodařilo", "doručení se zpožďuje", "opožděné doručení", "bude se dále pokoušet", "bude dále zkoušet", "pokusy budou pokračovat", "v pokusech bude pokračovat", "bude pokračovat v pokusech",
	"bude zkoušet dál", "není třeba znovu", "jen varování", "pouze varování", "pouze upozornění",
	// Slovak
	"zatiaľ nebol", "zatiaľ sa nepodarilo", "doteraz nebol", "doposiaľ nebola", "ešte nebola doručená", "dosiaľ nebola", "doručenie sa oneskor", "oneskorenie doručenia", "oneskorené doručenie", "doručenie je oneskorené", "v pokusoch pokračovať", "bude v pokusoch", "pokusy budú pokračovať", "bude pokračovať v pokusoch",
	"bude sa naďalej pokúšať", "nie je potrebné znovu", "len upozornenie", "iba upozornenie", "iba varovanie",
	// Hungarian
	"még nem kézbesít", "még nem tudtuk", "még nem érkezett", "még nem lehetett", "eddig nem sikerült", "egyelőre nem sikerült", "késedelmes kézbesítés", "kézbesítési késedelem", "késlekedik", "késleltet", "tovább próbálkoz", "továbbra is próbál", "folytatja a próbálkozást", "újra próbálkoz",
	"további kísérleteket tesz", "ismételten megpróbál", "csak figyelmeztetés", "nem kell újraküldeni", "nem szükséges újra",
	// Romanian
	"livrare întârziată", "livrarea întârzie", "a fost întârziat", "este întârziat", "întârziere la livrare", "întârziere în livrarea", "încă nu a fost", "nu a fost încă", "nu a putut fi încă", "încă nu a putut", "se va încerca în continuare", "va continua să încerce", "va încerca din nou", "vor continua încercările",
	"încercările vor continua", "nu este necesar să retrimiteți", "doar un avertisment",
	// Bulgarian
	"все още не беше", "все още не е", "още не е доставен", "забавена доставка", "доставката се забавя", "доставката е забавена", "забавяне на доставката", "забавено", "ще продължи да опитва", "опитите ще продължат", "ще продължат опитите", "ще опита отново", "нови опити", "не е необходимо да изпращате",
	"само предупреждение",
	// Greek
	"δεν έχει παραδοθεί ακόμα", "δεν έχει παραδοθεί ακόμη", "ακόμα δεν έχει", "ακόμη δεν έχει", "δεν έχει ακόμη", "δεν έχει ακόμα", "καθυστέρηση παράδοσης", "καθυστέρηση στην παράδοση", "καθυστερεί", "καθυστερημένη παράδοση", "έχει καθυστερήσει", "θα συνεχίσει να προσπαθεί", "θα συνεχιστούν οι προσπάθειες", "οι προσπάθειες θα συνεχιστούν",
	"νέες προσπάθειες", "θα προσπαθήσει ξανά", "προειδοποίηση μόνο", "απλή προειδοποίηση",
	// Turkish
	"gecikti", "gecikmiştir", "gecikiyor", "gecikmeli", "gecikme bildirimi", "teslim gecikmesi", "ertelendi", "ertelenmiştir", "henüz teslim edil", "henüz iletil", "henüz ulaştırıl", "henüz gönderil", "hâlâ iletilemedi", "denemeler devam",
	"denemeye devam", "tekrar denenecek", "yeniden denenecek", "yeniden deneyecek", "tekrar deneyecek", "gönderme denemeleri", "yeniden göndermenize gerek", "sadece bir uyarı", "yalnızca bir uyarı",
	// Russian
	"еще не было доставлено", "ещё не было доставлено", "до сих пор не доставлен", "до сих пор не удалось", "пока не доставлен", "пока не удалось", "не удалось доставить пока", "доставка задерж", "задержка доставки", "задержка при доставке", "задержка в доставке", "доставка вашего письма задерж", "отложена", "попытки будут продолж",
	"попытки продолж", "продолжит попытки", "продолжим попытки", "продолжаем попытки", "будут предприняты", "повторные попытки", "повторит попытку", "попробует снова", "будет предпринята еще", "не нужно отправлять", "нет необходимости повторно", "лишь предупреждение",
	// Ukrainian
	"ще не доставлен", "ще не було доставлено", "досі не доставлен", "досі не вдалося", "поки не доставлен", "поки не вдалося", "доставка затрим", "затримка доставки", "затримано", "доставку відкладено", "спроби будуть продовж", "спроби триватимуть", "спроби продовж", "продовжить спроби",
	"продовжимо спроби", "повторні спроби", "повторить спробу", "буде зроблено ще", "не потрібно надсилати", "лише попередження", "тільки попередження",
	// Hebrew
	"טרם נמסר", "טרם נשלח", "עדיין לא נמסר", "עדיין לא הגיע", "המסירה נדחית", "עיכוב במסירה", "עיכוב במשלוח", "התעכב", "מתעכבת", "ימשיך לנסות", "ניסיונות נוספים", "ינסה שוב", "ננסה שוב", "אין צורך לשלוח שוב",
	"אזהרה בלבד",
	// Arabic
	"لم يتم تسليمها بعد", "لم تسلم بعد", "لم تصل بعد", "تأخر تسليم", "تأخر التسليم", "تأخير في تسليم", "تأخير التسليم", "تأخر في التسليم", "تم تأخير", "تأجيل التسليم", "متأخرة", "سيستمر في المحاولة", "سيستمر الخادم", "ستستمر المحاول",
	"سنستمر في المحاولة", "سيواصل", "سيعاد المحاولة", "ستتم إعادة المحاولة", "محاولات أخرى", "سيحاول مرة أخرى", "لا داعي لإعادة", "هذا مجرد تحذير", "مجرد تنبيه",
	// Japanese
	"遅れています", "遅れており", "まだ配信されて", "まだ配送されて", "まだ配達されて", "まだ送信されて", "まだ届いて", "まだお届け", "未だ配送", "引き続き配送", "引き続き配信", "引き続き再送", "引き続き送信", "再送を続け",
	"再送を行", "再送いたします", "再送中", "配送を継続", "配信を継続", "送信を継続", "再度送信を試み", "再度配送を試み", "再試行します", "再試行を続け", "再試行いたします", "自動的に再送", "今後も配送", "警告のみ",
	"送り直す必要はありません", "再度送信する必要はありません", "再送信の必要はありません",
	// Chinese
	"推迟投递", "尚未送达", "尚未投递", "尚未发送", "仍未送达", "仍未投递", "暂未送达", "继续尝试", "继续投递", "将会继续", "系统会继续",
	"将重试", "会自动重试", "将再次尝试", "将重新投递", "不需要重新发送", "无需重新发送", "无需重发", "仅为警告", "只是警告", "尚未送達", "尚未寄達", "尚未投遞", "尚未寄出",
	"仍未送達", "仍未寄達", "繼續嘗試", "繼續投遞", "繼續傳送", "將重試", "將再次嘗試", "將會重試", "不需要重新寄", "無需重新",
	"無須重新", "僅為警告",
	// Korean
	"아직 전달되지", "아직 전송되지", "아직 배달되지", "아직 발송되지", "계속 시도", "계속해서 시도", "계속 재시도", "재시도할", "재시도합니다", "재시도하겠", "재전송을 시도", "재발송을 시도", "다시 시도합니다",
	"다시 시도하겠", "다시 보낼 필요", "재전송할 필요",
	// Thai
	"ล่าช้า", "ยังไม่ได้ส่ง", "ยังส่งไม่", "ยังไม่ถูกส่ง", "ยังไม่สามารถส่ง", "จะพยายามส่ง", "จะพยายามต่อ", "จะลองส่ง", "จะลองใหม่", "พยายามส่งต่อไป", "พยายามส่งใหม่", "พยายามส่งอีก", "ไม่จำเป็นต้องส่ง",
	// Vietnamese
	"bị chậm", "bị trễ", "bị hoãn", "bị trì hoãn", "gửi chậm", "chậm trễ", "chưa gửi được", "chưa được chuyển", "chưa chuyển được", "chưa thể gửi", "vẫn chưa được", "vẫn chưa gửi", "sẽ tiếp tục thử", "sẽ tiếp tục gửi",
	"tiếp tục cố gắng", "sẽ thử lại", "sẽ gửi lại", "sẽ cố gắng gửi", "không cần gửi lại", "chỉ là cảnh báo",
	// Indonesian
	"mengalami penundaan", "penundaan pengiriman", "pengiriman ditunda", "keterlambatan pengiriman", "terlambat dikirim", "belum terkirim", "belum dapat dikirim", "belum bisa dikirim", "belum sampai", "masih dicoba", "akan terus mencoba", "akan terus dicoba", "akan mencoba lagi",
	"akan dicoba lagi", "akan dicoba kembali", "mencoba kembali", "tidak perlu mengirim ulang", "hanya peringatan",
	// Croatian, Serbian
	"još nije dostavljen", "još nije isporučen", "još uvijek nije", "još uvek nije", "još nije bila", "isporuka kasni", "dostava kasni", "kašnjenje isporuke", "kašnjenje u isporuci", "kašnjenje dostave", "isporuka odgođena", "isporuka je odgođena", "isporuka odložena", "nastavit će pokušavati",
	"nastaviće da pokušava", "nastavlja pokušavati", "nastavit ćemo", "nastavićemo", "pokušat će ponovno", "pokušaće ponovo", "pokušaji će se nastaviti", "ponovni pokušaji", "daljnji pokušaji", "nije potrebno ponovno", "ne morate ponovno", "samo upozorenje", "још није испоручен",
	"кашњење испоруке",
	// Slovenian
	"še ni bilo dostavljeno", "še ni dostavljen", "še vedno ni", "dostava zamuja", "zamuda pri dostavi", "zakasnitev dostave", "zakasnela dostava", "bo še naprej poskušal", "bo nadaljeval s poskusi", "poskusi se bodo", "poskusili bomo znova", "bo poskušal znova", "nadaljnji poskusi", "ponovni poskusi",
	"ni treba ponovno", "samo opozorilo", "zgolj opozorilo",
	// Lithuanian
	"dar nepristatyt", "vis dar nepavyk", "pristatymas atidėtas", "pristatymo vėlavimas", "bandysime toliau", "bus bandoma", "toliau bandys", "bandymai bus tęsiami", "bandymai tęsis", "pakartotiniai bandymai", "dar kartą bandys", "nereikia siųsti",
	"tik įspėjimas",
	// Latvian
	"vēl nav piegādāt", "joprojām nav piegādāt", "vēl nav nogādāt", "piegāde kavējas", "piegāde aizkavē", "piegādes aizkave", "aizkavējusies", "aizkavēta", "turpinās mēģināt", "mēģinājumi turpinās", "mēģinājumi tiks turpināti", "tiks mēģināts", "mēģinās vēlreiz", "atkārtoti mēģinājumi",
	"nav nepieciešams atkārtoti", "nav jāsūta", "tikai brīdinājums",
	// Estonian
	"pole veel kohale", "pole veel edastatud", "edasi lükkunud", "jätkab katseid", "jätkatakse katseid", "proovib uuesti", "proovitakse uuesti", "proovime uuesti", "üritab uuesti", "uuesti saatma ei pea",
	"pole vaja uuesti", "ainult hoiatus",
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
	// German
	"erfolgreich übermittelt", "erfolgreich ausgeliefert", "zustellung erfolgreich", "zustellbestätigung", "erfolgreich weitergeleitet",
	// French
	"a bien été remis", "livré avec succès", "distribué avec succès", "remise réussie", "livraison réussie", "confirmation de remise",
	// Italian
	"consegnato con successo", "recapitato correttamente", "consegna riuscita", "avvenuta consegna", "consegna avvenuta",
	// Spanish
	"se entregó correctamente", "entregado con éxito", "entrega correcta", "confirmación de entrega", "entrega satisfactoria",
	// Portuguese
	"entregue com sucesso", "entrega bem-sucedida", "entrega realizada", "confirmação de entrega",
	// Dutch
	"succesvol afgeleverd", "succesvol bezorgd", "bezorging geslaagd", "bevestiging van aflevering",
	// Danish, Norwegian, Swedish
	"leveret til modtager", "leveransen lyckades", "har levererats till", "leveringskvittering", "leveransbekräftelse",
	// Finnish
	"toimitus onnistui", "toimitettu vastaanottajalle", "toimitusvahvistus",
	// Polish
	"została pomyślnie dostarczona", "dostarczono pomyślnie", "potwierdzenie dostarczenia", "potwierdzenie doręczenia", "pomyślnie dostarczono",
	// Czech, Slovak
	"úspěšně doručeno", "úspěšně doručena", "potvrzení o doručení", "bola úspešne doručená", "úspešne doručené", "potvrdenie o doručení",
	// Hungarian
	"sikeresen kézbesítve", "sikeresen sikeres kézbesítés", "kézbesítési igazolás",
	// Romanian, Bulgarian, Greek
	"livrat cu succes", "confirmare de livrare", "успешно доставен", "παραδόθηκε με επιτυχία", "παραδόθηκε επιτυχώς",
	// Turkish
	"başarıyla iletildi", "başarıyla teslim",
	// Russian, Ukrainian
	"доставлено успешно", "доставлено адресату", "доставлено получателю", "подтверждение доставки", "успішно доставлен", "підтвердження доставки",
	// Hebrew, Arabic
	"נמסרה בהצלחה", "נמסר בהצלחה", "אישור מסירה", "تم التسليم بنجاح", "إشعار التسليم",
	// Japanese
	"正常に配送", "正常に送信", "配信完了", "開封確認",
	// Chinese
	"投递成功", "发送成功", "送達成功", "投遞成功", "寄送成功",
	// Korean
	"정상적으로 전송", "성공적으로 전송", "성공적으로 전달", "전송 완료",
	// Thai, Vietnamese, Indonesian
	"ส่งสำเร็จ", "ได้รับการส่งแล้ว", "gửi thành công", "đã được chuyển tới", "đã được chuyển đến", "berhasil dikirim", "berhasil terkirim", "telah terkirim", "berhasil disampaikan",
	// Croatian, Serbian, Slovenian
	"uspješno isporučen", "uspešno isporučen", "uspješno dostavljen", "uspešno dostavljen", "успешно испоручен",
	// Lithuanian, Latvian, Estonian
	"sėkmingai pristatyt", "veiksmīgi piegādāt", "edukalt kohale",
}

// contactPhrases mark a sentence whose address is one to ask for help, or that
// of the sender, not a recipient.
var contactPhrases = []string{
	"contact", "assistance", "further help", "please send mail to", "please send", "please reply", "send an e", "questions", "support at", "report this", "mail to the address",
	"wenden sie", "kontakt", "rückfragen", "veuillez contacter", "contactez", "contattare", "assistenza", "póngase en contacto", "contacte", "neem contact",
	"skontaktuj", "обратит", "свяжитесь", "お問い合わせ", "へご連絡", "ご連絡", "联系", "聯絡", "unsubscribe", "subscribe to", "to subscribe", "envelope-from", "mail from", "message-id", "message id",
	"copyright", "your ip", "forward this", "write to", "delist", "unblock", "reach us", "abuse desk", "problem report",
	"bei fragen", "setzen sie sich mit", "melden sie sich", "schreiben sie an", "adressez-vous", "écrivez à", "pour toute question", "rivolgersi a", "rivolgiti", "scriva a", "scrivere a", "comuníquese", "diríjase a", "escriba a",
	"escríbanos", "consulte con", "entre em contato", "contate o", "escreva para", "em caso de dúvida", "bij vragen", "mail naar", "henvend dig", "henvendelse", "henvend deg", "spørgsmål", "spørsmål", "vänd dig till",
	"hör av dig", "frågor", "ota yhteyttä", "ottakaa yhteyttä", "lisätietoja", "yhteydenotot", "pytania prosimy", "napisz na", "w razie pytań", "obraťte se", "obráťte sa", "napište na", "napíšte na", "dotazy",
	"otázky", "forduljon", "lépjen kapcsolatba", "vegye fel a kapcsolatot", "kérdés esetén", "írjon a", "scrieți la", "pentru întrebări", "свържете се", "обърнете се", "за въпроси", "пишете на", "επικοινωνήστε", "απευθυνθείτε",
	"για απορίες", "iletişime geç", "başvurun", "danışın", "sorularınız", "yazınız", "напишите", "пишите на", "по вопросам", "зверніться", "звертайтес", "зв'яжіться", "напишіть", "пишіть на",
	"צור קשר", "צרו קשר", "פנה אל", "פנו אל", "לפנות אל", "לשאלות", "יש לפנות", "يرجى التواصل", "يرجى الاتصال", "تواصل مع", "اتصل ب", "للاستفسار", "お問合せ", "問い合わせ",
	"までお知らせ", "窓口", "如有疑问", "聯繫", "請洽", "如有疑問", "문의", "연락", "ติดต่อ", "สอบถาม", "liên hệ", "silakan hubungi", "silahkan hubungi", "harap hubungi",
	"mohon hubungi", "hubungi administrator", "hubungi kami", "hãy liên", "pertanyaan", "obratite se", "javite se", "za pitanja", "obrnite se", "za vprašanja", "pišite na", "kreipkitės", "susisiekite", "klausimais",
	"sazinieties", "vērsieties", "jautājum", "võtke ühendust", "pöörduge", "küsimus",
}

// senderWords stand right before the address of a sender.
var senderWords = []string{
	"from", "from:", "sender", "sender:", "by", "sent by", "from address", "mail from:", "von", "absender", "absender:", "expéditeur", "expéditeur :", "mittente", "mittente:", "proveniente da",
	"remitente", "remitente:", "remetente:", "afzender", "afzender:", "nadawca", "nadawca:", "отправитель", "отправитель:", "差出人", "差出人：", "送信者", "送信者：", "发件人", "发件人：", "發件人：", "寄件者：", "寄件人：",
	"dear", "hello", "hi", "hallo", "bonjour", "hola", "ciao", "sehr geehrte", "dear user", "dear sender",
	"absenderadresse", "absender ist", "lieber", "liebe", "guten tag", "hallo,", "beste", "geachte", "geachte heer", "cher", "chère", "de la part de", "envoyé par", "gentile",
	"egregio", "caro", "salve", "inviato da", "estimado", "estimada", "apreciado", "buenos días", "enviado por", "de parte de", "prezado", "prezada", "exmo", "olá",
	"remetente", "enviada por", "verzonden door", "hej", "hejsa", "kære", "afsender", "afsender:", "fra", "fra:", "sendt af", "sendt av", "avsender", "avsender:",
	"hei", "kjære", "avsändare", "avsändare:", "avsändaren", "från", "från:", "skickat av", "bästa", "lähettäjä", "lähettäjä:", "hyvä", "moi", "od",
	"od:", "od nadawcy", "szanowny", "szanowna", "szanowni", "witaj", "odesílatel", "odesílatel:", "odesilatel", "od odesílatele", "vážený", "vážená", "dobrý den", "odosielateľ",
	"odosielateľ:", "dobrý deň", "feladó", "feladó:", "kedves", "tisztelt", "a feladó", "expeditor", "expeditor:", "expeditorul", "de la", "stimate", "stimată", "dragă",
	"подател", "подател:", "изпращач", "изпращач:", "от", "от:", "уважаеми", "здравейте", "αποστολέας", "αποστολέας:", "από", "από:", "τον αποστολέα", "αγαπητέ",
	"αγαπητή", "gönderen", "gönderen:", "gönderici", "sayın", "sayin", "merhaba", "от кого", "отправителя", "отправителем", "уважаемый", "уважаемая", "здравствуйте", "від",
	"від:", "відправник", "відправник:", "відправника", "шановний", "шановна", "שולח", "שולח:", "השולח", "מאת", "מאת:", "שלום", "المرسل", "المرسل:",
	"من", "من:", "عزيزي", "السيد", "送信元", "送信元：", "発信者", "发信人：", "寄件者", "寄件人", "發件人", "來自", "来自", "尊敬的",
	"親愛的", "亲爱的", "您好", "보낸 사람", "보낸 사람:", "보낸사람", "발신자", "발신자:", "보낸이", "ผู้ส่ง", "ผู้ส่ง:", "จาก", "เรียน", "người gửi",
	"người gửi:", "từ", "gửi bởi", "kính gửi", "chào", "pengirim", "pengirim:", "dari", "dari:", "yth", "yth.", "kepada yth", "pošiljatelj", "pošiljatelj:",
	"pošiljalac", "poštovani", "poštovana", "spoštovani", "пошиљалац", "поштовани", "siuntėjas", "siuntėjas:", "gerb", "gerb.", "sveiki", "sūtītājs", "sūtītājs:", "godātais",
	"cienījamais", "saatja", "saatja:", "lugupeetud", "tere",
}

// autoReplyPhrases in a subject tell an answer by a person's responder.
var autoReplyPhrases = []string{
	"out of office", "out of the office", "automatic reply", "auto reply", "autoreply", "auto-reply", "automated reply", "autoresponse", "auto response",
	"vacation", "on leave", "away from", "abwesen", "automatische antwort", "réponse automatique", "absence", "risposta automatica", "fuori ufficio",
	"respuesta automática", "fuera de la oficina", "resposta automática", "automatisch antwoord", "afwezig", "autoodpowied", "автоответ", "自動応答", "自動返信", "不在", "自动回复", "自動回覆", "부재중",
	"thank you for", "ticket", "we received your", "we have received", "read:", "postfix smtp server: errors from",
	"nicht im büro", "automatische rückmeldung", "eingangsbestätigung", "im urlaub", "réponse automatisée", "absent du bureau", "accusé de réception", "en congé", "en vacances", "assente", "assenza", "in ferie", "fuori sede", "risposta automatizzata",
	"presa in carico", "conferma di ricezione", "fuera de oficina", "ausente", "ausencia", "respuesta automatizada", "de vacaciones", "acuse de recibo", "hemos recibido", "caso creado", "fora do escritório", "ausência", "em férias", "resposta automatizada",
	"recebemos seu", "recebemos sua", "recebemos o seu", "recebemos a sua", "seu chamado", "chamado aberto", "protocolo de atendimento", "pedido de suporte", "niet aanwezig", "op vakantie", "automatische reactie", "ontvangstbevestiging", "wij hebben uw", "we hebben uw",
	"fravær", "ikke på kontoret", "ikke til stede", "automatisk svar", "autosvar", "på ferie", "frånvaro", "frånvarande", "inte på kontoret", "ej på kontoret", "på semester", "ärendenummer", "poissa", "automaattinen vastaus",
	"automaattivastaus", "lomalla", "nieobecn", "poza biurem", "automatyczna odpowied", "odpowiedź automatyczna", "na urlopie", "zgłoszenie nr", "potwierdzenie otrzymania", "nepřítomn", "mimo kancelář", "automatická odpověď", "automatická odpoveď", "na dovolené",
	"na dovolenke", "neprítomn", "mimo kanceláriu", "požadavek přijat", "potvrzení o přijetí", "házon kívül", "irodán kívül", "automatikus válasz", "távollét", "szabadságon", "távol vagyok", "răspuns automat", "în afara biroului", "absent de la",
	"în concediu", "absență", "извън офиса", "отсъств", "автоматичен отговор", "в отпуск", "εκτός γραφείου", "αυτόματη απάντηση", "απουσία", "σε άδεια", "ofis dışında", "otomatik yanıt", "otomatik cevap", "izindeyim",
	"yıllık izin", "talebiniz", "вне офиса", "отсутств", "автоматический ответ", "обращение зарегистрировано", "ваше обращение", "ваша заявка", "поза офісом", "відсутн", "автоматична відповідь", "автовідповідь", "у відпустці", "ваше звернення",
	"מחוץ למשרד", "מענה אוטומטי", "תשובה אוטומטית", "תגובה אוטומטית", "הודעה אוטומטית", "בחופשה", "رد تلقائي", "الرد التلقائي", "رد آلي", "خارج المكتب", "في إجازة", "غائب", "自動送信", "休暇",
	"お問い合わせありがとう", "お問い合わせを受け付け", "受付完了", "外出", "自动答复", "自动应答", "自动回覆", "休假", "工单", "自動答覆", "自動回應", "自動回复", "案件編號", "已收到您的",
	"자동 응답", "자동응답", "자동 회신", "자동회신", "자동 답장", "휴가", "접수되었", "접수 되었", "ตอบกลับอัตโนมัติ", "ไม่อยู่ที่สำนักงาน", "ลาพัก", "trả lời tự động", "phản hồi tự động", "vắng mặt",
	"nghỉ phép", "balasan otomatis", "jawaban otomatis", "di luar kantor", "tidak di kantor", "sedang cuti", "izvan ureda", "automatski odgovor", "odsutan", "odsutnost", "na godišnjem", "ван канцеларије", "аутоматски одговор", "samodejni odgovor",
	"avtomatski odgovor", "odsotnost", "odsoten", "na dopustu", "automatinis atsakymas", "nesu biure", "atostog", "automātiskā atbilde", "automātiska atbilde", "ārpus biroja", "prombūtn", "atvaļinājum", "automaatvastus", "automaatne vastus",
	"kontorist väljas", "puhkusel",
}

// reasonWords are in the heading of a reason.
var reasonWords = newPhraseSet(
	"reason", "because", "details", "error", "response", "said", "diagnos", "returned", "problem", "cause", "explanation", "message was", "failure",
	"grund", "fehler", "ursache", "antwort", "raison", "motif", "erreur", "motiv", "caus", "errore", "razón", "razão", "erro", "reden", "fout", "powód", "przyczyn", "błąd",
	"причин", "ошибк", "理由", "原因", "エラー", "错误", "錯誤", "사유", "이유", "오류",
	"begründung", "meldung", "explication", "détail", "problème", "ragion", "spiegazion", "dettagl", "detalle", "explicación", "respuesta", "detalhe", "resposta", "explicação",
	"oorzaak", "melding", "antwoord", "toelichting", "årsag", "årsak", "orsak", "anledning", "skäl", "fejl", "feil:", "fel:", "felet", "svar",
	"begrunnelse", "förklaring", "virhe", "vastau", "selity", "odpowied", "szczegół", "wyjaśni", "komunikat", "důvod", "příčin", "chyb", "podrobnost", "odpověď",
	"vysvětlen", "dôvod", "príčin", "odpoveď", "vysvetlen", "hiba", "oka:", "indok", "válasz", "részlet", "cauz", "eroare", "răspuns", "detali",
	"explicați", "грешк", "отговор", "обяснен", "ответ", "пояснен", "подробн", "объяснен", "помилк", "відповід", "деталі", "αιτί", "λόγος", "σφάλμα",
	"απάντηση", "λεπτομέρ", "neden", "sebep", "sebeb", "hata", "yanıt", "açıklama", "ayrıntı", "סיבה", "סיבת", "שגיאה", "תגובת", "תשובת",
	"פרטים", "سبب", "خطأ", "التفاصيل", "استجابة", "رد الخادم", "応答", "返答", "詳細", "内容は", "メッセージは", "如下", "說明", "说明",
	"響應", "响应", "返回", "回應", "訊息", "원인", "응답", "메시지", "내용", "สาเหตุ", "เหตุผล", "ข้อผิดพลาด", "ตอบกลับ", "lý do",
	"nguyên nhân", "lỗi", "phản hồi", "chi tiết", "alasan", "sebab", "penyebab", "kesalahan", "galat", "keterangan", "respon", "razlog", "uzrok", "vzrok",
	"greška", "grešku", "pogrešk", "napak", "odgovor", "разлог", "узрок", "одговор", "priežast", "klaid", "atsakym", "iemesl", "kļūd", "atbild",
	"paskaidro", "põhjus", "viga:", "veateade", "vastus", "selgitus",
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
	// German
	"ursprüngliche mail", "ursprüngliche e-mail", "ursprünglicher kopf", "original-mail", "original-e-mail", "originalmail", "kopie ihrer nachricht", "kopie der ursprünglichen", "kopie der mail", "kopie der e-mail", "kopie ihrer e-mail", "nachrichtenkopf", "header der nachricht", "kopf der nachricht",
	"kopfdaten", "zurückgesandte nachricht", "zurückgesendete nachricht", "unzustellbare nachricht", "es folgt eine kopie", "anbei eine kopie", "unter dieser zeile",
	// French
	"message initial", "courriel d'origine", "copie du message", "copie de votre message", "ci-dessous une copie", "ci-joint une copie", "voici une copie", "début du message", "entête du message", "entêtes du message", "message retourné", "message renvoyé", "message non remis", "votre message suit",
	"sous cette ligne",
	// Italian
	"copia del tuo messaggio", "copia del suo messaggio", "copia dell'originale", "copia dell'email", "di seguito una copia", "di seguito il messaggio", "segue il messaggio", "segue copia", "intestazioni del messaggio", "intestazione del messaggio", "intestazioni originali", "messaggio restituito", "messaggio respinto", "messaggio non recapitato",
	"email originale", "e-mail originale", "sotto questa riga",
	// Spanish
	"mensaje devuelto", "correo devuelto", "correo original", "copia del mensaje", "copia de su mensaje", "a continuación una copia", "sigue una copia", "cabeceras del mensaje", "cabecera del mensaje", "cabeceras originales", "mensaje no entregado", "debajo de esta línea",
	// Portuguese
	"cópia da mensagem", "cópia de sua mensagem", "cópia da sua mensagem", "segue uma cópia", "segue cópia", "abaixo uma cópia", "cabeçalho da mensagem", "cabeçalhos da mensagem", "cabeçalho original", "cabeçalhos originais", "mensagem devolvida", "mensagem retornada", "e-mail original", "abaixo desta linha",
	// Dutch
	"kopie van het bericht", "kopie van uw bericht", "hieronder een kopie", "originele bericht", "berichtkop", "kopregels", "headers van het bericht", "teruggezonden bericht", "geretourneerd bericht", "onder deze regel",
	// Danish, Norwegian
	"oprindelig meddelelse", "oprindelig besked", "oprindelig mail", "kopi af meddelelsen", "kopi af beskeden", "kopi af mailen", "kopi af din", "opprinnelig melding", "opprinnelig e-post", "original melding", "originalmelding", "kopi av meldingen", "kopi av e-posten", "kopi av din",
	"meldingshode", "meldingshoder", "returnert melding", "returneret meddelelse", "under denne linje", "under denne linjen",
	// Swedish
	"ursprungligt meddelande", "ursprungligt brev", "ursprungliga meddelandet", "originalmeddelande", "kopia av meddelandet", "kopia av brevet", "kopia av ditt", "kopia av det", "returnerat meddelande", "brevhuvud", "meddelandehuvud", "under denna rad",
	// Finnish
	"alkuperäinen viesti", "alkuperäisen viestin", "kopio viestistä", "kopio viestistäsi", "viestin kopio", "viestin otsikot", "viestin otsikkotiedot", "otsikkotiedot", "palautettu viesti", "tämän rivin alla",
	// Polish
	"oryginalna wiadomosc", "wiadomość oryginalna", "treść oryginalnej", "treść oryginału", "kopia wiadomości", "kopia twojej", "poniżej kopia", "nagłówki wiadomości", "nagłówek wiadomości", "nagłówki oryginalnej", "zwrócona wiadomość", "początek wiadomości", "pod tą linią", "poniżej tej linii",
	"tresc wiadomosci",
	// Czech, Slovak
	"původní zpráva", "kopie zprávy", "kopie vaší zprávy", "kopie původní", "hlavičky zprávy", "hlavička zprávy", "záhlaví zprávy", "vrácená zpráva", "následuje kopie", "pod touto čarou", "pod touto čárou", "níže je kopie", "pôvodná správa", "kópia správy",
	"kópia vašej", "hlavičky správy", "hlavička správy", "vrátená správa", "nasleduje kópia", "pod touto čiarou",
	// Hungarian
	"eredeti üzenet", "eredeti levél", "az eredeti üzenet", "az eredeti levél", "az üzenet másolata", "a levél másolata", "levelének másolata", "üzenetének másolata", "az üzenet fejléce", "a levél fejléce", "fejlécek", "visszaküldött üzenet", "visszaküldött levél", "e vonal alatt",
	// Romanian
	"mesajul original", "mesaj original", "mesajul inițial", "copia mesajului", "copie a mesajului", "o copie a", "antetul mesajului", "antetele mesajului", "anteturile mesajului", "mesajul returnat", "sub această linie",
	// Bulgarian
	"оригинално съобщение", "оригиналното съобщение", "оригинално писмо", "оригиналното писмо", "първоначално съобщение", "копие на писмото", "копие на съобщението", "копие от писмото", "копие от съобщението", "заглавна част", "върнато съобщение",
	// Greek
	"αρχικό μήνυμα", "το αρχικό μήνυμα", "πρωτότυπο μήνυμα", "αντίγραφο του μηνύματος", "ακολουθεί αντίγραφο", "επικεφαλίδες", "επικεφαλίδα", "κεφαλίδες", "μήνυμα που επιστράφηκε",
	// Turkish
	"özgün ileti", "orijinal ileti", "orijinal mesaj", "orijinal e-posta", "asıl ileti", "iletinin kopyası", "mesajın kopyası", "mesajınızın kopyası", "ileti başlıkları", "mesaj başlıkları", "ileti başlığı", "iade edilen ileti", "geri dönen ileti", "bu satırın altında",
	// Russian, Ukrainian
	"исходное письмо", "оригинал сообщения", "оригинал письма", "оригинальное сообщение", "оригинальное письмо", "первоначальное сообщение", "копия сообщения", "копия письма", "копия вашего", "возвращенное сообщение", "возвращённое сообщение", "возвращаемое письмо", "ниже приведена копия", "початкове повідомлення",
	"оригінальне повідомлення", "оригінал листа", "оригінал повідомлення", "вихідне повідомлення", "копія листа", "копія повідомлення", "копія вашого", "повернуте повідомлення",
	// Hebrew, Arabic
	"ההודעה המקורית", "הודעה מקורית", "עותק של ההודעה", "עותק ההודעה", "העתק של ההודעה", "העתק ההודעה", "כותרות ההודעה", "כותרת ההודעה", "הודעה שהוחזרה", "الرسالة الأصلية", "نسخة من الرسالة", "نسخة من رسالتك", "ترويسة الرسالة", "رؤوس الرسالة",
	"الرسالة المرتجعة",
	// Japanese
	"元メール", "送信メール", "送信したメール", "送信されたメッセージ", "お送りいただいたメール", "お送り頂いたメール", "オリジナルのメッセージ", "オリジナルのメール", "オリジナルメール", "メールのヘッダ", "ヘッダー情報", "ヘッダ情報", "メッセージヘッダ", "以下に元の",
	"以下は元の", "返送メール", "返送されたメール", "不達となったメール", "送信元メール",
	// Chinese
	"原始信件", "原件内容", "邮件原文", "信件原文", "邮件头", "信头", "邮件标头", "原郵件", "原始信", "郵件標頭", "信件標頭", "以下為原", "以下是原",
	// Korean
	"원문 메일", "원래 메일", "원래 메시지", "원본메일", "보내신 메일", "메시지 헤더", "반송된 메일", "반송된 원본",
	// Thai, Vietnamese, Indonesian
	"ข้อความต้นฉบับ", "ข้อความเดิม", "สำเนาข้อความ", "จดหมายต้นฉบับ", "ส่วนหัวข้อความ", "thư gốc", "nội dung thư gốc", "nội dung gốc", "bản sao thư", "bản sao của thư", "tiêu đề thư", "pesan asli", "surat asli", "email asli",
	"salinan pesan", "salinan email", "salinan surat", "header pesan",
	// Croatian, Serbian, Slovenian
	"izvorna poruka", "originalna poruka", "izvornik poruke", "kopija poruke", "kopija vaše", "preslika poruke", "zaglavlja poruke", "zaglavlje poruke", "vraćena poruka", "ispod ove crte", "оригинална порука", "изворна порука", "копија поруке", "заглавље поруке",
	"izvirno sporočilo", "prvotno sporočilo", "originalno sporočilo", "kopija sporočila", "glava sporočila", "glave sporočila", "vrnjeno sporočilo",
	// Lithuanian, Latvian, Estonian
	"pradinis laiškas", "originalus laiškas", "originali žinutė", "laiško kopija", "laiško antraštės", "sākotnējais ziņojums", "oriģinālais ziņojums", "oriģinālā vēstule", "ziņojuma kopija", "vēstules kopija", "ziņojuma galvene", "algne kiri", "algne sõnum", "originaalkiri",
	"kirja koopia", "teie kirja koopia", "sõnumi koopia", "kirja päis", "kirja päised",
}
