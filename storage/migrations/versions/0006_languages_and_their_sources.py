"""How the language of a contribution is known, and the language of a theme.

Both are filled in from the record for what was there before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
replay = True


def upgrade() -> None:
    op.add_column("contribution", sa.Column("language_confidence", sa.Float(), nullable=False, server_default="0"))
    op.add_column("contribution", sa.Column("language_source", sa.String(), nullable=False, server_default="detected"))
    op.add_column("theme", sa.Column("language", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("theme", "language")
    op.drop_column("contribution", "language_source")
    op.drop_column("contribution", "language_confidence")
