"""Letters that stand, broadcasts, and authors who are no longer heard."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    broadcasts()
    letters_that_stand()


def broadcasts() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("recipients", sa.Integer(), nullable=False),
        sa.Column("addressed", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("broadcast", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_broadcast_theme"), ["theme"], unique=False)
    op.create_table(
        "mute",
        sa.Column("citizen", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("citizen", "theme"),
    )
    op.add_column("letter", sa.Column("broadcast", sa.Uuid(), nullable=True))
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_broadcast"), ["broadcast"], unique=False)
    op.add_column("citizen", sa.Column("banned_for", sa.String(), nullable=True))


def letters_that_stand() -> None:
    op.add_column("letter", sa.Column("lane", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("letter", sa.Column("after", sa.Integer(), nullable=True))
    op.add_column("letter", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("letter", sa.Column("stands", sa.String(), nullable=True))


def downgrade() -> None:
    for column in ("stands", "ended_at", "after", "lane"):
        op.drop_column("letter", column)
    op.drop_column("citizen", "banned_for")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_broadcast"))
        batch_op.drop_column("broadcast")
    op.drop_table("mute")
    op.drop_table("broadcast")
