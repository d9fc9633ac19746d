# Questions en direct, pour qui anime le débat.
moderator-menu-live = Les questions en direct d’un débat
moderator-button-live = 🙋 Questions en direct
moderator-live =
    🙋 <b>{ $ref } · { $title }</b>
    { $count ->
        [0] Rien n’a encore été demandé.
        [1] Une question.
       *[other] { $count } questions.
    } { $chosen } sur { $most } choisies.
moderator-live-waiting =
    🕓 <b>{ $ref }</b> · attend, personne d’autre ne la voit
    { $text }
moderator-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-answered =
    ✔️ <b>{ $ref }</b> · réponse donnée
    { $text }
moderator-button-live-admit = ✅ Publier { $ref }
moderator-button-live-list = ⭐ { $ref }
moderator-button-live-unlist = ✖ ⭐ { $ref }
moderator-button-live-done = ✔️ { $ref } a sa réponse
moderator-button-live-reopen = ↩ { $ref } reste ouverte
moderator-button-undo-admission = ↩ Annuler { $ref }
moderator-live-said-admit = { $ref } est publiée.
moderator-live-said-undo = { $ref } attend à nouveau.
moderator-live-said-list = { $ref } est choisie.
moderator-live-said-unlist = { $ref } n’est plus choisie.
moderator-live-said-done = { $ref } a sa réponse : son auteur est prévenu.
moderator-live-said-reopen = { $ref } est rouverte : son auteur est prévenu.
moderator-refused-shortlist-full = { $most } questions sont déjà choisies : notez une réponse, ou retirez-en une.
moderator-refused-answered = { $ref } a déjà sa réponse.
moderator-refused-not-answered = { $ref } n’est pas notée comme ayant sa réponse.
