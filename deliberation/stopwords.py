"""Words that are in any question, whatever it is about: they tell no topic from another."""

STOPWORDS = {
    "fr": (
        "le la les un une des de du d l au aux et ou où mais donc or ni car que qui quoi dont quel quelle quels "
        "quelles lequel laquelle lesquels lesquelles ce cet cette ces cela ça ceci celui celle ceux celles on il "
        "elle ils elles je tu nous vous moi toi lui eux se soi sa son ses leur leurs mon ma mes ton ta tes notre nos "
        "votre vos même mêmes est sont être était étaient sera seront serait seraient soit soient suis es sommes "
        "êtes été étant ai as a avons avez ont avoir avait avaient aura auront aurait auraient ait aient eu faut "
        "fallait faudra faudrait falloir y en dans sur sous par pour avec sans entre vers chez contre depuis pendant "
        "avant après dès jusque jusqu parmi selon hors plus moins très trop assez peu beaucoup bien mal mieux pas ne "
        "n non oui si c s qu j m t comme quand comment pourquoi combien parce puisque lorsque alors ainsi aussi "
        "encore déjà toujours jamais souvent parfois ici là maintenant aujourd hui fait faire faites font fera "
        "feront ferait peut peuvent pouvez pouvons pouvoir pourra pourrait pourraient pourrions puis puisse doit "
        "doivent devez devons devoir devra devrait devraient devrions dois veut veulent voulez voulons vouloir "
        "voudrait va vont allez aller vais sait savoir savez dit dire met mettre mis prend prendre tout tous toute "
        "toutes chaque chacun aucun aucune autre autres certain certains certaines plusieurs quelque quelques rien "
        "personne vraiment afin sauf via donné donner donne rend rendre reste rester voir vois existe exister "
        "avis pense penser crois croire question fois gens lieu cas part sorte façon "
        "presque plutôt exemple vient viennent venir deux trois quatre cinq six sept huit neuf dix "
    ),
    "en": (
        "the a an of to in on at by for from with without about into over under between through during before after "
        "and or but nor so if then than as is are was were be been being am do does did doing done have has had "
        "having will would shall should can could may might must we us our ours you your yours they them their "
        "theirs it its he him his she her i me my mine this that these those there here what which who whom whose "
        "when where why how much many more most less least few some any no not none only own same such too very just "
        "also even still yet ever never always often again each every either neither both all other others another "
        "make makes made making get gets got take takes give given need needs want wants let like really people one "
        "https http www com almost rather example two three four five six seven eight nine ten "
    ),
    "it": (
        "lo gli i e ed di da dal dalla dai del dello della dei degli delle nel nello nella nei negli nelle col con "
        "sul sullo sulla sui sugli sulle al allo alla ai agli alle per tra fra che chi cui non come dove quando "
        "perché quanto quanta quanti quante quale quali questo questa questi queste quello quella quelli quelle suo "
        "sua suoi sue loro nostro nostra nostri nostre vostro vostra mio mia essere è sono era siamo siete sia stato "
        "stata avere ha hanno abbiamo aveva fare fa fanno fatto può possono possiamo poter potere deve devono "
        "dobbiamo dovere dovrebbe dovrebbero bisogna vuole anche ancora già sempre mai più meno molto molta molti "
        "molte poco troppo tutto tutta tutti tutte ogni qualche alcuni alcune altro altra altri altre solo se ci si "
        "vi ne noi voi una uno "
        "quasi piuttosto esempio due tre quattro cinque sei sette otto nove dieci "
    ),
    "es": (
        "el los las del al unos unas y o u pero sino que quien quienes cual cuales cuando cuanto cuanta cuantos "
        "cuantas cómo dónde por qué porque para con sin sobre entre desde hasta hacia según contra no sí ni tan muy "
        "más menos mucho mucha muchos muchas poco pocos todo toda todos todas cada algún alguno alguna algunos "
        "algunas otro otra otros otras mismo misma este esta estos estas ese esa esos esas aquel eso esto lo su sus "
        "nuestro nuestra nuestros nuestras mi mis tu tus me te se nos les yo él ella ellos ellas nosotros usted "
        "ustedes es son era eran ser sea sean siendo sido está están estar hay haber ha han habría había tiene "
        "tienen tener hacer hace hacen hecho puede pueden podemos poder podría podrían debe deben debemos deber "
        "debería deberían quiere quieren va van también ya aún siempre nunca solo así entonces donde "
        "casi ejemplo dos tres cuatro cinco seis siete ocho nueve diez "
    ),
    "ar": (
        "في من على إلى الى عن مع بين بعد قبل عند حتى منذ خلال ضد بدون دون حول نحو هل ما ماذا لماذا كيف متى أين كم أي "
        "الذي التي الذين اللاتي هذا هذه ذلك تلك هؤلاء هو هي هم هن نحن أنا أنت أنتم كان كانت يكون تكون أن إن أو و ثم "
        "لكن بل لا لم لن ليس ليست غير إلا قد كل بعض جميع أكثر أقل جدا فقط أيضا يجب ينبغي يمكن يمكننا علينا لنا له "
        "لها لهم لدينا به بها فيه فيها منه منها عليه عليها عندما إذا لو كما مثل ألا أليس "
    ),
}
# Chinese is written without spaces: what stands between these is a word. The longer ones are taken first.
CHINESE = (
    "可不可以 应不应该 为什么 怎么样 多少钱 是不是 能不能 要不要 有没有 怎么 什么 多少 哪里 哪儿 哪些 哪个 是否 "
    "应该 应当 可以 能够 可能 必须 需要 如何 我们 你们 他们 她们 它们 大家 自己 这个 那个 这些 那些 这样 那样 "
    "每个 每天 一个 一些 一样 已经 还是 还有 或者 以及 因为 所以 如果 但是 不过 而且 虽然 就是 不是 没有 不要 "
    "不能 不应 不会 真的 非常 更多 更少 最好 时候 之间 之后 之前 关于 对于 通过 "
)
CHINESE_CHARACTERS = (
    "的 了 是 在 吗 呢 吧 啊 和 与 及 或 也 都 就 才 又 还 很 太 更 最 让 把 被 给 对 从 向 到 由 为 以 "
    "于 个 这 那 哪 谁 我 你 他 她 它 们 不 没 有 会 能 要 想 请 该 各 每 其 之 而 且 并 所 将 来 去 上 "
    "下 中 里 等 着 过 得 地 一 二 两 "
)
