# Qui ne peut plus écrire, voter ni soutenir.
moderator-menu-ban = Exclure l’auteur d’une contribution
moderator-menu-unban = Le laisser participer à nouveau
moderator-ask-ban = L’auteur de quelle contribution ne doit plus pouvoir écrire, voter ni soutenir ? Écrivez sa référence, par exemple <code>Q-12</code>.
moderator-ask-unban = L’auteur de quelle contribution doit pouvoir participer à nouveau ? Écrivez sa référence, par exemple <code>Q-12</code>.
moderator-ban-unknown = Je ne connais pas de contribution « { $ref } ». Écrivez sa référence, par exemple <code>Q-12</code>, ou tapez /cancel.
moderator-banned = ⛔ L’auteur de <b>{ $ref }</b> ne peut plus écrire, voter ni soutenir. Ce qui est publié reste publié, et personne n’apprend qui c’est.
moderator-unbanned = ✅ L’auteur de <b>{ $ref }</b> peut écrire, voter et soutenir.
moderator-button-unban = ↩️ Laisser participer à nouveau
