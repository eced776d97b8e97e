package wording

import "example.com/ndr/ndr/internal/lex"

// SaidPhrases stand before what a mail system answered.
var SaidPhrases = lex.NewPhraseSet(
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

// HostPhrases stand before the name of the host that refused or could not be
// reached, the surest first. They begin behind a letter that is no ASCII, since
// that may be a capital.
var HostPhrases = lex.NewPhraseSet(
	"while talking to ", "connect to host, port: ", "connect to ", "connected to ", "connecting to ", "connection to ", "conversation with ", "lost connection with ", "timed out with ", "host: ", "host name: ", "remote host ", "remote server ", "remote mail server ", "remote mta ", "smtp server ", "mail server ", "mailserver ", "mail exchanger ",
	"recipient server ", "destination server ", "receiving server ", "the server ", " mx ", "host ", "server ", "servers ", "open with ", "wait with ", "giving up on ", "refused by ", "rejected by ", "returned by ", "error from ", "response from ", "reply from ", "answer from ", "deferred by ", "delivery via ", "talking to ", "deferred: ", "relay ", "handshake with ", "servers for ",
	"verbinding met ", "verbindung mit ", "verbindung zu ", "antwort von ", "connexion à ", "connessione a ", "serwer ", "serwera ", "palvelin ", "kiszolgáló ", "сервер ", "сервера ", "サーバ ", "サーバー ", "主機 ", "主机 ", "对方服务器 ", "服务器 ", "서버 ", "máy chủ ", "poslužitelj ", "serverul ",
	"transferring to ", "bertragen an ", "bertragung an ", "transfert vers ", "transfert à ", "trasferimento a ", "transferir a ", "transferência para ", "overbrengen naar ",
	"serveur ", "serveur distant ", "server remoto ", "servidor remoto ", "servidor ", "gegenstelle ", "mailserver von ", "zielserver ", "empfängerserver ", "rechner ", "kontakt mit ", "connexion avec ", "serveur de messagerie ", "connessione con ", "collegamento con ", "conexión con ", "conexión a ", "conexão com ", "conexão a ", "ligação a ", "ligação com ", "verbinding naar ", "ontvangende server ",
	"forbindelse til ", "forbindelsen til ", "forbindelse med ", "forbindelsen med ", "tjeneren ", "tjener ", "serveren ", "servern ", "modtagerserveren ", "mottakerserveren ", "mottagarservern ", "anslutning till ", "anslutningen till ", "tilkobling til ", "tilkoblingen til ", "palvelimen ", "palvelimelta ", "palvelimelle ", "palvelimeen ", "serwerem ", "serwerze ", "serwer zdalny ", "połączenie z ", "połączenia z ", "serverem ", "serveru ", "serverom ", "servera ", "serveri ", "spojení s ", "spojenie s ", "připojení k ", "pripojenie k ",
	"szerver ", "szerverhez ", "serverului ", "conexiunea cu ", "conexiunea la ", "сървър ", "сървърът ", "връзка с ", "διακομιστή ", "διακομιστής ", "εξυπηρετητής ", "sunucusu ", "sunucu ", "сервером ", "серверу ", "узел ", "узла ", "соединение с ", "соединения с ", "з'єднання з ", "השרת ", "שרת ", "الخادم ", "خادم ", "サーバへ ", "伺服器 ", "主机", "서버(", "เซิร์ฟเวอร์ ", "kết nối tới ", "kết nối đến ", "koneksi ke ", "poslužitelja ", "poslužitelju ", "strežnik ", "strežnika ", "strežnikom ", "serverio ", "serveris ", "serveriga ", "serverist ", "von ", "(via ",
)

// TailPhrases end a reply: what follows is the reporting system's own again.
var TailPhrases = lex.NewPhraseSet(
	"(in reply to ", "giving up on ", "i'm not going to try again", "i am not going to try again", "[rcpt_to]", "[mail_from]", "[data]", "[connect]", "this has been a permanent failure", "no further delivery attempts",
	"step: ", "please check the recipient", "解决方案", "建议解决", "排查建议", "處理建議", "message will be retried", "(state 1", "for further assistance", "-- end of ", "----- ", " --- ",
)

// AliasWords introduce the address that a recipient was made from: Exim's
// "(generated from a@b)" and "(ultimately generated from a@b)", Sendmail's
// "(expanded from: <a@b>)".
var AliasWords = []string{"ultimately generated from", "generated from", "expanded from:", "expanded from", "generated by", "forwarded from", "alias of", "originally to", "originally addressed to", "original address:"}
