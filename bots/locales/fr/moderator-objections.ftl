# Les objections du garant.
moderator-help-object = <b>Objecter</b>
moderator-menu-object = Objecter en public
moderator-ask-objection = Qu’est-ce qui ne va pas dans la conduite de « { $theme } » ? Écrivez-le en { $most } caractères au plus : tout le monde le lira, sous ce qui est publié et dans le registre.
moderator-slip-objection = Une objection a { $least } à { $most } caractères ; celle-ci en a { $length }. Écrivez à nouveau, ou tapez /cancel.
moderator-button-objection-back = ↩️ La retirer
moderator-objected = ⚖️ Votre objection sur « { $theme } » est publique : sous l’ordre du jour et la synthèse, dans le registre et dans les données ouvertes. L’équipe est prévenue.
moderator-objection-taken-back = ↩️ Retirée : elle n’est plus montrée.
moderator-refused-unknown-objection = Il n’y a pas d’objection de vous de ce genre.
moderator-record-objections = <b>Objections du garant</b>
moderator-record-objection = • { $day }, { $theme } : « { $text } »
