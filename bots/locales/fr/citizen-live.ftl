# Questions en direct.
kind-live = question en direct
citizen-menu-live = questions en direct pendant un débat
citizen-button-live = 🙋 Questions en direct
citizen-button-live-ask = ✍️ Poser une question
citizen-live = { $count ->
        [0] 🙋 <b>{ $title }</b>
            Aucune question n’est encore publiée. Posez la première !
        [1] 🙋 <b>{ $title }</b> : une question
       *[other] 🙋 <b>{ $title }</b> : { $count } questions
    }
citizen-live-over = On ne prend pas de question en ce moment : elles sont ouvertes d’une demi-heure avant le débat jusqu’à sa fin.
citizen-live-shortlisted =
    ⭐ <b>{ $ref }</b> · bientôt posée · 👍 { $supporters }
    { $text }
citizen-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-live-answered =
    ✔️ <b>{ $ref }</b> · réponse donnée · 👍 { $supporters }
    { $text }
citizen-live-prompt =
    🙋 <b>{ $title }</b>
    Écrivez votre question en un message, de { $least } à { $most } caractères.
citizen-live-received =
    ✅ Question reçue : <b>{ $ref }</b>.
    Quelqu’un la lit, puis la salle peut la voir et la soutenir. Je vous dirai ce qu’elle devient.
citizen-live-none = Aucun débat n’a lieu en ce moment. Les questions en direct ouvrent une demi-heure avant le début ; d’ici là, vous pouvez poser une question dans une thématique.
citizen-live-which = Plusieurs débats ont lieu en ce moment. Duquel s’agit-il ?
citizen-refused-live-closed = « { $title } » ne prend pas de question en ce moment : elles sont ouvertes d’une demi-heure avant le débat jusqu’à sa fin.
citizen-trace-live-admitted = → Posée en direct à <b>{ $title }</b>
citizen-trace-live-shortlisted = → Posée en direct à <b>{ $title }</b> : choisie pour être posée bientôt
citizen-trace-live-answered = → Posée en direct à <b>{ $title }</b> : réponse donnée dans la salle
notice-live-answered = ✔️ Votre question <b>{ $ref }</b> vient de recevoir une réponse à « { $title } ».
notice-live-reopened = Votre question <b>{ $ref }</b> avait été notée par erreur comme ayant reçu une réponse à « { $title } » : elle reste ouverte.
