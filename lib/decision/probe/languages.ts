import type { ProbeFinding } from "./types";
import { matchesOf } from "../matches";

/** Words of one language: for a machine that reads, for orders, for dropping what it was told, and for keeping it from the user. */
type Language = {
  /** In lower case; all of one language in one search. */
  hints: RegExp;
  hasOwnScript?: boolean;
  reader: RegExp;
  order: RegExp;
  override: RegExp;
  secrecy: RegExp;
  role: RegExp;
};

const latin = (words: string, flags = "giu") =>
  new RegExp(String.raw`(?<![\p{L}\d_-])(?:${words})(?![\p{L}\d_])`, flags);
/** Imperatives open a clause; words of duty stand anywhere. */
const orders = (verbs: string, duties: string) =>
  new RegExp(
    String.raw`(?<=^\s{0,3}|[.!?;:,¡¿(–—*"'\x60>-]\s{0,3}|\\n\s{0,3}|\n[\s*#>/-]{0,8}|(?<!\p{L})(?:und|et|y|e|и|а|en|ou|o|bitte|dann|zuerst|stattdessen|puis|d'abord|luego|primero|depois|poi|prima|затем|сначала|daarna|eerst|por favor|per favore|veuillez)[\s,]{1,3})(?:${verbs})(?![\p{L}\d_])|(?<![\p{L}\d_-])(?:${duties})(?![\p{L}\d_])`,
    "giu",
  );
const other = (words: string) => new RegExp(words, "giu");

const LANGUAGES: readonly Language[] = [
  {
    hints: /assistent|sprachmodell| ki-| ki:| ki,|anweisung|vergiss|ignorier|missacht|du bist | und | nicht | bitte /,
    reader: latin("KI(?:-\\p{L}{1,24})?|Sprachmodelle?n?|(?:Mail-?|Programmier-?)?Assistent(?:en|in)?|Agenten?|LLMs?|Bots?|Claude|Copilot"),
    order: orders("lies|lese|schreibe?|lösche?|sende?|schicke?|führe?|öffne|kopiere?|füge?|leite|bestelle?|überweise?|installiere?|antworte|sage?|nenne|empfiehl|empfehle|setze?|ändere?|ersetze|erstelle|lade|gib|gebe|melde|buche|bezahle|zahle|trage|mache?|nimm|starte|stoppe|deaktiviere|aktiviere|ignoriere|vergiss|bewerte|veröffentliche|genehmige|akzeptiere|committe|pushe|entferne|hole|rufe|zeige|verschicke", "(?:muss|müssen|sollst|sollen|soll|musst|hat|haben)(?=[^.\\n]{3,120}\\p{L}(?:en|ern|eln)\\b)|empfiehlt|bestellt"),
    override: latin("(?:vergiss|ignoriere?|missachte|verwirf|übergehe?)(?=[^.\\n]{0,60}(?:anweisung|instruktion|vorgabe|aufgabe|auftrag|gebeten|gesagt|regeln|bisherige|vorherige|nutzer|benutzer))|neue (?:system)?(?:anweisung|instruktion|aufgabe)(?:en)?"),
    secrecy: latin("(?:erwähne?|sage?|verrate?|informiere?|melde|frage?|berichte)(?=[^.\\n]{0,50}\\b(?:nicht|nichts|niemand\\p{L}{0,16})\\b)|ohne (?:rückfrage|nachfrage|zu fragen|bestätigung|nachzufragen)|nicht (?:zu )?erwähn\\p{L}{1,16}|stillschweigend|heimlich"),
    role: latin("du bist (?:ab sofort|jetzt|nun)"),
  },
  {
    hints: /’ia|'ia|modèle|oublie|ignorez| les | pour | sans | dans |assistant ia|agent ia| cette | et | vous |désormais/,
    reader: latin("(?:[lLdD]['’])?IA|assistante?s?(?: (?:IA|virtuels?))?|agents?(?: (?:IA|de codage|automatisés?))?|modèles? de langage|robots?|Claude"),
    order: orders("exécute[zr]?|lis(?:ez)?|écri[srv](?:ez)?|envoie[z]?|envoyez|supprime[zr]?|efface[zr]?|ajoute[zr]?|ouvre[zr]?|copie[zr]?|transfère[zr]?|transfér(?:ez|er)|réponds|répondez|dis|dites|recommande[zr]?|installe[zr]?|modifie[zr]?|remplace[zr]?|crée[zr]?|publie[zr]?|accepte[zr]?|paye?[zr]?|payez|commande[zr]?|mets|mettez|télécharge[zr]?|désactive[zr]?|activez|affiche[zr]?|lancez|approuve[zr]?|valide[zr]?|fusionne[zr]?|pousse[zr]?|ignorez|oublie[zr]?", "doit|doivent|devez|dois|veuillez"),
    override: latin("(?:ignore[zr]?|oublie[zr]?)(?=[^.\\n]{0,60}(?:instructions?|consignes?|directives?|précédent|demand|utilisateur|règles))|nouvelles? (?:instructions?|consignes?)(?: système)?"),
    secrecy: latin("n[e'’](?=[^.\\n]{0,60}(?:mentionne|dis|parle|informe|signale|demande|préviens|prévenez)\\p{L}{0,16})|sans (?:demander|prévenir|en parler|confirmation|le mentionner)|discrètement"),
    role: latin("(?:tu es|vous êtes) (?:désormais|maintenant)"),
  },
  {
    hints: /asistente|assistente|assistenti|agenti |modelo de |modello ling|ignora|olvida|esqueç|esquec|dimentica|dell'ia|dell’ia| una ia| uma ia| ia:| ia,|agente de |intelig/,
    reader: latin("IA|asistentes?(?: (?:de IA|virtual(?:es)?))?|assistent[ei](?: (?:de IA|virtual|IA))?|agentes? (?:de )?(?:IA|código|inteligente)|agentes?|agenti|modelos? de (?:lenguaje|linguagem)|modell[oi] linguistic[oi]|intelligenza artificiale|inteligencia artificial|inteligência artificial|bots?|Claude"),
    order: orders("añade|agrega|ejecuta|lee|escribe|envía|envia|borra|elimina|abre|copia|reenvía|responde|rispondi|di|dile|recomienda|instala|installa|modifica|cambia|reemplaza|crea|publica|acepta|accetta|paga|compra|transfiere|trasferisci|descarga|scarica|desactiva|disattiva|aprueba|approva|muestra|haz|pon|sube|ignora|olvida|esegui|executa|leia|leggi|escreva|scrivi|envie|invia|apague|cancella|abra|apri|copie|encaminhe|inoltra|responda|recomende|raccomanda|consiglia|instale|adicione|aggiungi|mude|crie|publique|pubblica|aceite|pague|compre|transfira|baixe|aprove|mostre|faça|coloque|esqueça|dimentica|inserisci|incluye|inclua|includi", "debe[ns]?|deve[ms]?|devono|devi|tiene[ns]? que|tem que"),
    override: latin("(?:ignora|ignore|olvida|olvide|esqueça|esquece|dimentica)(?=[^.\\n]{0,60}(?:instruc|istruzion|instruç|anterior|precedent|usuario|usuário|utente|reglas|regras|regole|pedi|dicho|tarea|tarefa))|nuevas? instruccion(?:es)?(?: del sistema)?|nova instrução|nuov[ae] istruzion[ei]"),
    secrecy: latin("(?:no|não|non) (?=[^.\\n]{0,50}(?:mencion|menzion|digas|diga|dire|dirlo|informe|avises|avvis|pregunt|pergunt|chied|conte)\\p{L}{0,16})|sin (?:preguntar|avisar|confirmación|mencionar\\p{L}{0,16})|sem (?:perguntar|avisar|confirmação|mencionar)|senza (?:chiedere|avvisare|conferma|menzion\\p{L}{0,16})"),
    role: latin("ahora eres|a partir de ahora|agora você é|a partir de agora|ora sei|d'ora in poi"),
  },
  {
    hints: /assistent|taalmodel|negeer|vergeet| niet | het /,
    reader: latin("AI(?:-\\p{L}{1,24})?|assistent(?:en)?|taalmodell?(?:en)?|agent(?:en)?|bots?"),
    order: orders("lees|schrijf|verwijder|stuur|verzend|voer|kopieer|voeg|plaats|antwoord|zeg|vertel|beveel|installeer|wijzig|verander|vervang|maak|publiceer|betaal|bestel|koop|zet|negeer|vergeet|keur|accepteer|draai|boek", "moet(?:en)?|gelieve"),
    override: latin("(?:negeer|vergeet)(?=[^.\\n]{0,60}(?:instructies?|opdracht|vorige|eerdere|gevraagd|gebruiker|regels))|nieuwe (?:systeem)?(?:instructie|opdracht)"),
    secrecy: latin("(?:vertel|zeg|vermeld|meld|vraag)(?=[^.\\n]{0,50}\\b(?:niet|niets|niemand)\\b)|zonder (?:te vragen|bevestiging|het te melden)"),
    role: latin("(?:je|jij|u) (?:bent) (?:nu|voortaan)"),
  },
  {
    hints: /asystent|sztuczn|model język|asistan|yapay zek|språkmodell|sprogmodel|assistent|zignoruj|usuń|talimat/,
    reader: latin("asystent\\p{L}{0,8}(?: AI)?|sztuczn\\p{L}{1,4} inteligencj\\p{L}{1,3}|model\\p{L}{0,4} językow\\p{L}{1,4}|asistan\\p{L}{0,8}|yapay zek\\p{L}{1,8}|språkmodell\\p{L}{0,4}|sprogmodel\\p{L}{0,4}|(?:AI-)?assistent\\p{L}{0,4}|AI-agent\\p{L}{0,4}"),
    order: orders("usuń|wyślij|uruchom|zignoruj|otwórz|dodaj|zapisz|przekaż|skopiuj|wykonaj|napisz|odpowiedz|poleć|zainstaluj|zatwierdź|radera|ta bort|skicka|kör|öppna|lägg|skriv|ignorera|godkänn|svara|slett|send|kjør|åpne|legg|slet|kør|åbn|tilføj|godkend|ignorer|glem|glöm", "musi|musisz|måste|skal|skall|proszę|sil|gönder|çalıştır|ekle|yaz|kopyala|yükle|onayla|gönderin|silin|çalıştırın|ekleyin"),
    override: latin("(?:zignoruj|zapomnij|ignorera|ignorer|glöm|glem)(?=[^.\\n]{0,60}(?:instrukcj|polece|instruktion|instruks|tidigare|tidligere|poprzedni))|(?:önceki|tüm) [^.\\n]{0,20}talimat\\p{L}{0,8}"),
    secrecy: latin("nie (?=(?:mów|wspominaj|informuj|pytaj))|utan att (?:fråga|nämna)|uten å (?:spørre|nevne)|uden at (?:spørge|nævne)|(?:nämn|säg|nevn|si|nævn|sig) (?:inte|ikke)|söyleme|bahsetme|sormadan"),
    role: latin("(?:jesteś teraz|du är nu|du er nå|du er nu|artık sen)"),
  },
  {
    hasOwnScript: true,
    hints: /ассистент|помощник|агент| ии|модел|инструкц|бот/,
    reader: latin("ассистент\\p{L}{0,16}|ИИ(?:-\\p{L}{1,24})?|(?:ии[- ])?помощник\\p{L}{0,16}|агент\\p{L}{0,16}|языков\\p{L}{1,16} модел\\p{L}{1,16}|нейросет\\p{L}{1,16}|бот\\p{L}{0,2}|AI"),
    order: orders("скопируй\\p{L}{0,16}|выполни\\p{L}{0,16}|удали\\p{L}{0,16}|отправь\\p{L}{0,16}|запусти\\p{L}{0,16}|прочитай\\p{L}{0,16}|прочти|напиши\\p{L}{0,16}|открой\\p{L}{0,16}|добавь\\p{L}{0,16}|перешли\\p{L}{0,16}|ответь\\p{L}{0,16}|скажи\\p{L}{0,16}|сообщи\\p{L}{0,16}|установи\\p{L}{0,16}|измени\\p{L}{0,16}|замени\\p{L}{0,16}|создай\\p{L}{0,16}|опубликуй\\p{L}{0,16}|оплати\\p{L}{0,16}|переведи\\p{L}{0,16}|купи\\p{L}{0,16}|сделай\\p{L}{0,16}|отключи\\p{L}{0,16}|включи\\p{L}{0,16}|покажи\\p{L}{0,16}|рекомендуй\\p{L}{0,16}|игнорируй\\p{L}{0,16}|забудь\\p{L}{0,16}|одобри\\p{L}{0,16}|поставь\\p{L}{0,16}", "должн\\p{L}{1,16}|обязан\\p{L}{0,16}"),
    override: latin("(?:игнорируй|проигнорируй|забудь|отбрось)\\p{L}{0,16}(?=[^.\\n]{0,60}(?:инструкц|указани|предыдущ|правил|задани|пользовател|просил))|нов\\p{L}{1,16} (?:системн\\p{L}{1,16} )?(?:инструкц|указани|задани)\\p{L}{0,16}"),
    secrecy: latin("(?:ничего )?не (?:говори|сообщай|упоминай|спрашивай|рассказывай)\\p{L}{0,16}|без (?:подтверждения|вопросов|уведомления)|незаметно"),
    role: latin("(?:ты|вы) (?:теперь|отныне)"),
  },
  {
    hasOwnScript: true,
    hints: /助手|人工智能|智能体|模型|指令|代理|忽略|无视|アシスタント|エージェント|指示|어시스턴트|에이전트|지시|무시|모델|비서|命令|执行|运行|ください|無視|하세요|하십시오|删除|实行|実行|실행/,
    reader: other("AI(?:[\\p{Script=Han}\\p{Script=Katakana}ー]{0,6}|\\s?[\\p{Script=Hangul}]{0,6})|人工智能|智能体|(?:智能)?助手|助理|(?:大)?(?:语言)?模型|代理|アシスタント|エージェント|言語モデル|ボット|어시스턴트|에이전트|비서|(?:언어 )?모델"),
    order: other("(?:[::,,。;;!!、)]\\s?|^\\s?|请|必须|立即|应|先|并|然后)(?:你|请|必须|立即|马上|先|把|将|直接){0,4}(?:执行|运行|删除|发送|读取|打开|复制|添加|写入|上传|回复|回答|告诉|推荐|安装|修改|替换|创建|提交|推送|转账|支付|购买|批准|禁用|忽略)|(?:请|必须)(?:把|将)|してください|して下さい|実行|削除|送信|追加|開い|読み|書き込|答え|推奨|インストール|公開|承認|支払|すること|せよ|하세요|하십시오|해라|해줘|해 주세요|실행|삭제|보내|추가|전송|설치|승인|결제"),
    override: other("(?:忽略|无视|忘记|忘掉|不要理会|請忽略|忽視)[^。,,::?”\\n]{0,14}?(?:指令|指示|规则|提示词?|命令|要求)|(?:以前|これまで|上記|前)の?(?:すべての)?(?:指示|命令|プロンプト)[^。\\n]{0,12}?(?:無視|忘れ)|(?:이전|위의?|앞의?|기존)[^.\\n]{0,16}?(?:지시|명령|지침|프롬프트)[^.\\n]{0,12}?(?:무시|잊)|新(?:的)?(?:系统)?指令|新しい(?:システム)?指示|새로운 (?:시스템 )?지시"),
    secrecy: other("(?:不要|别|勿|无需|不必)[^。\\n]{0,10}?(?:告诉|提及|提到|通知|告知|询问|透露)|(?:言わない|知らせない|伝えない|触れない|報告しない|尋ねない|確認しない)|(?:말하지|알리지|언급하지|묻지)"),
    role: other("你现在是|从现在起|あなたは今から|今からあなたは|이제부터 (?:너|당신)"),
  },
]; // prettier-ignore

/** Signs of one attempt stand this close behind one another. */
const NEAR = 260;
const MAX_EACH = 60;
const EDGE =
  /(?:^|[\n([{<>"'“„«`|#*=–—:!?¡¿。、：，]|[.,;]\s|\/\/|--|\\n|\d→|-\s)[\s*_"'`>#/-]{0,6}(?:\p{L}{1,14}[\s,.:’'-]{1,3}){0,5}$/u;

/** "Hinweis an …": whoever is addressed so need not be told in a verb of the table. */
const NOTED =
  /(?:hinweis|achtung|nachricht|anweisung|nota|mensaje|mensagem|messaggio|avviso|aviso|bericht|let op|note|message|attention|atención|atenção|attenzione|внимание|сообщение|инструкция|uwaga|dikkat|viktigt|注意|提示|通知|お知らせ|指示|주의|알림)[^.\n]{0,30}$/iu;
const OTHER_SCRIPT = /[\u0400-\u04FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;

/** The same two things as in English, an address and an order, with the few words of other languages that attempts are made of. */
export function foreignOrders(text: string, lower: string): ProbeFinding[] {
  const isForeign = OTHER_SCRIPT.test(text);
  return LANGUAGES.flatMap((language) => {
    if ((language.hasOwnScript && !isForeign) || !language.hints.test(lower)) return [];
    const found: ProbeFinding[] = [];
    const add = (signal: ProbeFinding["signal"], weight: number, start: number, end: number, note: string) =>
      found.push({ signal, weight, start, end, note });
    for (const match of matchesOf(text, language.reader).slice(0, MAX_EACH)) {
      const from = match.index + match[0].length;
      if (!EDGE.test(text.slice(Math.max(0, match.index - 70), match.index))) continue;
      const piece = text.slice(from, from + NEAR);
      const order = firstIn(piece, language.order);
      const others = [language.override, language.secrecy].filter((pattern) => firstIn(piece, pattern) >= 0).length;
      const noted = NOTED.test(text.slice(Math.max(0, match.index - 40), match.index)) && RISK.test(piece);
      if ((order < 0 && !noted) || !isAddress(piece, text.slice(Math.max(0, match.index - 40), match.index))) continue;
      add("addressed-to-agent", 0.7 + (others > 0 || RISK.test(piece) ? 0.4 : 0.1), match.index, from + Math.max(0, order), "gives orders to an AI agent");
    }
    for (const match of matchesOf(text, language.override).slice(0, MAX_EACH)) {
      const from = match.index + match[0].length;
      const piece = text.slice(from, from + NEAR);
      const weight = 0.6 + (firstIn(piece, language.order) >= 0 ? 0.4 : 0);
      add("override", weight, match.index, from, "tells the reader to drop its instructions");
    }
    for (const [signal, pattern, note] of [
      ["secrecy", language.secrecy, "asks to keep it from the user"],
      ["role-play", language.role, "gives the reader another role"],
    ] as const)
      for (const match of matchesOf(text, pattern).slice(0, MAX_EACH))
        add(signal, 0.3, match.index, match.index + match[0].length, note);
    return found;
  });
} // prettier-ignore

/** A colon, a comma or a condition, as in "Hinweis an die KI: …", "si tu es une IA, …"; a mere subject is none. */
const isAddress = (after: string, before: string) =>
  /^[^.!?。？！\n]{0,60}?(?:[:,–—!：，、)]|\s-\s)/u.test(after) ||
  /(?:(?<!\p{L})(?:wenn|falls|si|se|als|indien|если)(?!\p{L})|如果|若|もし|만약)[^.\n]{0,30}$/iu.test(before);

const RISK = /https?:\/\/|[\w.+-]{1,64}@[\w-]{1,63}\.\w|~\/|\.env\b|\bcurl\b|\bgit push|\bssh\b|rm -rf|sudo|token|passwor|passwort|mot de passe|contraseña|senha|парол|密码|パスワード|비밀번호|UPDATE |DELETE |DROP |EUR|€|\$\d|`[^`\n]{4,}`/i; // prettier-ignore

function firstIn(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.index ?? -1;
}
