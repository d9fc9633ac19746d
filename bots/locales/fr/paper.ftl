# L’ordre du jour et la synthèse sur papier (PDF).
paper-contents = Sommaire
paper-draft = Brouillon : pas encore publié.
paper-exact = Chaque phrase est, mot pour mot, celle de la contribution dont la référence la suit.
paper-lost = « […] » remplace des signes que les polices de cette machine n’ont pas ; { $file } a le texte entier.
